/**
 * What `wrong-character` says of real text and a person found to be a slip indeed, each as `hashOf` what is written,
 * an arrow and the term, in base 36: no text is copied. All else that is said of real text is a false alarm.
 */
export const judgedSlips: ReadonlySet<string> = new Set([
  '1126lgu',
  '11f0oez',
  '1q374d0',
  '3e2l9p',
  '8ag3ub',
  'ige2ri',
  'qo0acu',
  'xzzpvk',
]);
