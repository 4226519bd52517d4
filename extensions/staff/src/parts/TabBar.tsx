import { useId, type KeyboardEvent, type ReactNode } from 'react';

export interface TabBarProps<Id extends string> {
  name: string;
  tabs: readonly { readonly id: Id; readonly label: string }[];
  at: Id;
  onGo(id: Id): void;
  /** What the tab shows. */
  children: ReactNode;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs over what they show; arrow keys go from one to the next. */
export function TabBar<Id extends string>({ name, tabs, at, onGo, children }: TabBarProps<Id>) {
  const base = useId();
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = tabs.findIndex(({ id }) => id === at);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onGo(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <>
      <div
        className="cl-tabs"
        role="tablist"
        aria-label={name}
        onKeyDown={move}
      >
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}-${id}`}
            data-tab={id}
            className="cl-tab"
            aria-selected={id === at}
            aria-controls={`${base}-panel`}
            tabIndex={id === at ? 0 : -1}
            onClick={() => onGo(id)}
          >
            {label}
          </button>
        ))}
      </div>
      <div
        className="cl-tab-panel"
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${at}`}
      >
        {children}
      </div>
    </>
  );
}
