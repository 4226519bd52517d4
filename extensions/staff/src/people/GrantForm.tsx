import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { TextInput } from '../parts/TextInput.js';
import { roleName, trialRoles } from '@corelab/extension-trial';

type GrantableRole = 'reader';

/** Gives a person a role in the trial; who may be what is the server's to say. */
export function GrantForm({ user: given = '', onDone }: { user?: string; onDone(): void }) {
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const [user, setUser] = useState(given);
  const [role, setRole] = useState('reader');
  const [sites, setSites] = useState('');
  const grant = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/roles', {
        path: { trial: trial.id },
        body: {
          user: user.trim(),
          role: role as GrantableRole,
          reason,
          ...(role === 'siteCoordinator'
            ? { sites: sites.split(',').flatMap(code => code.trim() || []) }
            : {}),
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['people', trial.id] });
      onDone();
    },
  });
  return (
    <section className="cl-form">
      <div className="cl-row">
        <TextInput
          label={text('people.user')}
          value={user}
          onChange={setUser}
          autoFocus={given === ''}
        />
        <label className="cl-field">
          <span className="cl-label">{text('people.role')}</span>
          <select
            className="cl-select"
            value={role}
            onChange={event => setRole(event.target.value)}
          >
            {trialRoles.map(one => (
              <option
                key={one}
                value={one}
              >
                {roleName(one)}
              </option>
            ))}
          </select>
        </label>
        {role === 'siteCoordinator' ? (
          <TextInput
            label={text('people.sites')}
            value={sites}
            onChange={setSites}
          />
        ) : null}
      </div>
      <ReasonForm
        act={text('people.grantButton', { role: roleName(role) })}
        busy={grant.isPending || user.trim() === ''}
        error={grant.error}
        onAct={reason => grant.mutate(reason)}
        onCancel={onDone}
      />
    </section>
  );
}
