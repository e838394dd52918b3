/** A list that a build ships as a file beside the scripts (`shipped-texts.ts` makes the modules). */
declare module 'virtual:shipped/*' {
  /** Fetches the list, once. Modules that hold one of its texts may be loaded afterwards only. */
  export function fetchContent(): Promise<unknown>;
}
