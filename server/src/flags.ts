/** The newest Node.js whose engine is known to have the flags that are set here. */
const NEWEST = 24;

/** Whether flags of the engine are set: where they are not known, none is. */
export const hasFlags = Number.parseInt(process.versions.node, 10) <= NEWEST;
