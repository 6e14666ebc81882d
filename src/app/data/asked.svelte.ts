import { isAbort, toAppError, type AppError } from '../../core/errors.js';

/** Where an answer stands. While it is waited for, what is known so far may be shown. */
export type Answer<T> =
  | { readonly status: 'running'; readonly soFar: T | null }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: AppError };

/** A question to the engine that a part of a screen asks while it is shown. */
export class Asked<T> {
  #answer = $state.raw<Answer<T>>({ status: 'running', soFar: null });

  get answer(): Answer<T> {
    return this.#answer;
  }
  /** What there is to show: the answer, or as much of it as is known. */
  get value(): T | null {
    if (this.#answer.status === 'ready') return this.#answer.value;
    return this.#answer.status === 'running' ? this.#answer.soFar : null;
  }

  /** Asks, and gives the way to leave the question: what comes after that is dropped. Made to be returned by an effect. */
  ask(work: (signal: AbortSignal, tell: (soFar: T) => void) => Promise<T>): () => void {
    const left = new AbortController();
    const show = (answer: Answer<T>): void => {
      if (!left.signal.aborted) this.#answer = answer;
    };
    show({ status: 'running', soFar: null });
    work(left.signal, (soFar) => show({ status: 'running', soFar })).then(
      (value) => show({ status: 'ready', value }),
      (cause: unknown) => !isAbort(cause) && show({ status: 'failed', error: toAppError(cause) }),
    );
    return () => left.abort();
  }
}
