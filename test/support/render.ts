import { render } from 'svelte/server';
import type { Component } from 'svelte';
import type { Locale } from '../../src/i18n/locale.js';
import Provide from './Provide.svelte';

/** A component's markup as the server compiles it, inside a reader's language. */
export function renderView<Props extends Record<string, unknown>>(
  component: Component<Props>,
  props: Props,
  locale: Locale,
  currency: string | null = null,
): string {
  const { body } = render(Provide, {
    props: { component: component as Component<Record<string, unknown>>, props, locale, currency },
  });
  return body.replace(/<!--.*?-->/g, '');
}

/** The first chart in a markup, one tag a line so that golden files read well in a diff. */
export function firstSvg(markup: string): string {
  const svg = /<svg[\s\S]*?<\/svg>/.exec(markup)?.[0];
  if (!svg) throw new Error('no chart in the markup');
  return svg.replace(/></g, '>\n<') + '\n';
}
