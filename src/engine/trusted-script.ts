interface TrustedTypePolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypesWindow {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedTypePolicy;
  };
}

let policy: TrustedTypePolicy | undefined;

/** The address of a script as the page's Trusted Types policy wants it: workers made here, and the app's service worker. */
export function trustedScript(url: string): string {
  const { trustedTypes } = window as TrustedTypesWindow;
  if (!trustedTypes) return url;
  policy ??= trustedTypes.createPolicy('app-worker', {
    createScriptURL: (candidate) => {
      const own = new URL('service-worker.js', document.baseURI).href;
      if (candidate.startsWith('blob:') || candidate === own) return candidate;
      throw new TypeError('only workers of the app');
    },
  });
  return policy.createScriptURL(url);
}
