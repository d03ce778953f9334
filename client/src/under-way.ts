/** Answers that are under way: whoever asks the same before one is there is given that one. */
export class UnderWay<T> {
  readonly #answers = new Map<string, Promise<T>>();

  of(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(question);
    if (known) return known;
    const answer = ask().finally(() => this.#answers.delete(question));
    this.#answers.set(question, answer);
    return answer;
  }
}
