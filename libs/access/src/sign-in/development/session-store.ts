interface Kept { readonly payload: Record<string, unknown>; readonly until: number }

const KEPT_AT_MOST = 5_000;

/** What the provider has to remember between two requests: sessions, codes, grants. In memory: after a restart one clicks again.
 * @returns the adapter that `oidc-provider` asks for, one object for each kind of thing */
export const sessionStore = () => {
  const kept = new Map<string, Kept>();
  const alive = (key: string): Record<string, unknown> | undefined => {
    const entry = kept.get(key);
    if (!entry || entry.until > Date.now()) return entry?.payload;
    kept.delete(key);
    return undefined;
  };
  const first = (isIt: (payload: Record<string, unknown>) => boolean) => [...kept.keys()].map(alive).find((payload) => payload && isIt(payload));

  return (kind: string) => {
    const keyOf = (id: string) => `${kind}:${id}`;
    return {
      upsert: async (id: string, payload: Record<string, unknown>, expiresIn?: number) => {
        kept.delete(keyOf(id));
        kept.set(keyOf(id), { payload: { ...payload, kind }, until: expiresIn ? Date.now() + expiresIn * 1000 : Infinity });
        if (kept.size > KEPT_AT_MOST) kept.delete(kept.keys().next().value!);
      },
      find: async (id: string) => alive(keyOf(id)),
      findByUid: async (uid: string) => first((payload) => payload.kind === kind && payload.uid === uid),
      findByUserCode: async (code: string) => first((payload) => payload.kind === kind && payload.userCode === code),
      consume: async (id: string) => {
        const payload = alive(keyOf(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id: string) => void kept.delete(keyOf(id)),
      revokeByGrantId: async (grantId: string) => {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
};
