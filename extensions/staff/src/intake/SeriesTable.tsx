import { text } from '@corelab/ui';
import { imageProblemName, type Sheet } from './intakeWords.js';

/** The series of a study with the roles that the charter's rules propose, or that stand. */
export function SeriesTable({ sheet }: { sheet: Sheet }) {
  const { series, described, arrival } = sheet;
  return (
    <section>
      <h3 className="cl-caption">
        {text(arrival.place === null ? 'intake.sheet.series' : 'intake.sheet.seriesNow')}
      </h3>
      {described ? null : <p className="cl-attention">{text('intake.sheet.notDescribed')}</p>}
      <ol className="cl-list cl-intake-series">
        {series.map((one, place) => (
          <li key={one.seriesUid}>
            <div className="cl-row">
              <span className="cl-second">{place + 1}</span>
              <span>{one.modality ?? text('intake.sheet.unknown')}</span>
              <span className={one.role === null ? 'cl-attention' : 'cl-medium'}>
                {one.role ?? text('intake.sheet.noRole')}
              </span>
              <span className="cl-grow" />
              <span className="cl-second">
                {text('intake.sheet.imagesOf', { count: one.images })}
              </span>
              <span className="cl-second">
                {one.acquisitionDate ?? text('intake.sheet.noDate')}
              </span>
            </div>
            {one.apart === 0 ? null : (
              <div className="cl-stop">{text('intake.apartOf', { count: one.apart })}</div>
            )}
            {one.problems.length === 0 ? null : (
              <div className="cl-attention">
                {[...new Set(one.problems.map(({ code }) => imageProblemName(code)))].join(', ')}
              </div>
            )}
            <div className="cl-second cl-uid">{one.seriesUid}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
