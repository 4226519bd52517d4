let plugins: string | null = null;

/** The build of our plugins that this page runs, by the name of its file. */
export function announcePlugins(name: string): void {
  plugins = name;
}

/** What a signature made in this page says of its program. */
export const signedBy = (): { plugins?: string } => (plugins === null ? {} : { plugins });
