/**
 * What a client answers within so many milliseconds; undefined where it refuses, or takes longer. An answer that comes
 * after all is handed to `late`: no client can keep the server waiting.
 */
export function patiently<T>(
  asked: Promise<T>,
  milliseconds: number,
  late: (answer: T) => void = () => {},
): Promise<T | undefined> {
  return new Promise((resolve) => {
    let over = false;
    const timer = setTimeout(() => {
      over = true;
      resolve(undefined);
    }, milliseconds);
    asked.then(
      (answer) => {
        clearTimeout(timer);
        if (over) late(answer);
        else resolve(answer);
      },
      () => {
        clearTimeout(timer);
        resolve(undefined);
      },
    );
  });
}
