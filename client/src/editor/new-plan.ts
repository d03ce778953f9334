/**
 * The snippet of a whole plan with days that lie ahead of `today`: of the year that plans are written for by then, the
 * first day nearer than the second.
 */
export function planAhead(body: readonly string[], today: Date): string {
  const month = today.getMonth() + 1;
  const year = month >= 11 ? today.getFullYear() + 1 : today.getFullYear();
  const nearer = month >= 11 || month <= 4 ? '6月底前' : month <= 7 ? '9月底前' : '11月底前';
  return body.join('\n').replace('$CURRENT_YEAR', String(year)).replace('年底前', nearer);
}
