import { beforeEach } from 'vitest';

/** Milliseconds since 1970 at which a soak ends. */
const until = Number(process.env.PLANLINT_SOAK_UNTIL);

// What has not begun by then is left out, and counted as such.
beforeEach((context) => {
  context.skip(Date.now() > until, 'the five minutes are over');
});
