/** A wrong command line; its message is for the person. */
export class UsageError extends Error {}
