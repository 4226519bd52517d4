/**
 * Packages of a package-lock.json (version 3) that could be replaced on their way: they have no hash, or come from elsewhere than a
 * registry. One line each.
 */
export const replaceable = lock => {
  if (lock.lockfileVersion !== 3)
    return [`package-lock.json is of version ${lock.lockfileVersion}: 3 was expected`];
  return Object.entries(lock.packages).flatMap(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link === true || entry.inBundle === true)
      return [];
    const { integrity = '', resolved } = entry;
    const from = resolved === undefined ? 'https:' : new URL(resolved, 'file:').protocol;
    if (from !== 'https:') return [`${path} comes from ${from.slice(0, -1)}`];
    return integrity.startsWith('sha512-') ? [] : [`${path} has no sha512`];
  });
};

/**
 * Known holes of a report (`npm audit --json`, version 2) against those that were accepted, on a day (YYYY-MM-DD). An acceptance
 * is of one advisory, has a reason and ends.
 * @returns {{ holes: string[], stale: string[] }} what is to be mended, and acceptances that are none any more
 * @throws Error for a report of another form
 */
export const judged = (report, accepted, today) => {
  if (report.auditReportVersion !== 2 || typeof report.vulnerabilities !== 'object')
    throw new Error('this is no report of npm audit, version 2');
  const advisories = new Map();
  for (const { name, via, fixAvailable } of Object.values(report.vulnerabilities))
    for (const cause of via) {
      // A name is of another package that is in the report itself.
      if (typeof cause === 'string') continue;
      advisories.set(cause.url, { ...cause, name, fixAvailable });
    }
  const holds = ({ advisory, until }) => advisories.has(advisory) && until >= today;
  const open = [...advisories.values()].filter(
    ({ url }) => !accepted.some(one => one.advisory === url && holds(one))
  );
  return {
    holes: open.map(
      ({ name, range, severity, title, url, fixAvailable }) =>
        `${severity}: ${name} ${range}: ${title} (${url})${fixAvailable === false ? ', not mended yet' : ''}`
    ),
    stale: accepted
      .filter(one => !holds(one))
      .map(({ advisory, until }) =>
        advisories.has(advisory) ? `${advisory} was accepted until ${until}` : `${advisory} is gone`
      ),
  };
};
