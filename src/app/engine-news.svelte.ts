import type { AppError } from '../core/errors.js';
import type { EngineStatus } from '../engine/supervised-engine.js';
import { errorMessage } from '../i18n/errors.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import { homeTexts } from './home-texts.js';

/** What the page says about the engine, in the reader's language and in its `data-ready`. */
export class EngineNews {
  readonly #i18n: I18n;
  #status = $state<EngineStatus>('starting');
  #error = $state.raw<AppError | null>(null);

  constructor(i18n: I18n) {
    this.#i18n = i18n;
  }

  get status(): EngineStatus {
    return this.#status;
  }
  /** One or two words. */
  get text(): string {
    const keys = {
      starting: 'engineStarting',
      ready: 'engineReady',
      restarting: 'engineRestarting',
      failed: 'engineFailed',
    } as const;
    return this.#i18n.t(homeTexts, keys[this.#status]);
  }
  /** Why it failed and what to do; empty while it did not. */
  get message(): string {
    return this.#error ? errorMessage(this.#i18n.locale, this.#error) : '';
  }

  tell(status: EngineStatus, error?: AppError): void {
    this.#status = status;
    this.#error = error ?? null;
    document.documentElement.dataset['ready'] = String(status === 'ready');
  }
}
