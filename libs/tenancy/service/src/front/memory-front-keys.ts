import type { TenantId } from '@vouchsafe/event-schema';
import { FrontKeys, type SignInPlace } from './front-keys.js';

/** The keys in memory, for specs that need no database; held to the same suite. */
export class MemoryFrontKeys extends FrontKeys {
  private readonly handles = new Map<string, TenantId>();
  private readonly signIns = new Map<string, Map<TenantId, string>>();

  async claimHandle(tenant: TenantId, handle: string): Promise<boolean> {
    const holder = this.handles.get(handle) ?? tenant;
    this.handles.set(handle, holder);
    return holder === tenant;
  }

  async tenantOf(handle: string): Promise<TenantId | undefined> {
    return this.handles.get(handle);
  }

  async addSignIn(tenant: TenantId, key: string, personId: string): Promise<string> {
    const places = this.signIns.get(key) ?? new Map<TenantId, string>();
    this.signIns.set(key, places.set(tenant, places.get(tenant) ?? personId));
    return places.get(tenant)!;
  }

  async signInsOf(tenant: TenantId, personId: string): Promise<readonly string[]> {
    return [...this.signIns].filter(([, places]) => places.get(tenant) === personId).map(([key]) => key).sort();
  }

  async placesOf(key: string): Promise<readonly SignInPlace[]> {
    return [...(this.signIns.get(key) ?? [])].map(([tenant, personId]) => ({ tenant, personId })).sort((a, b) => (a.tenant < b.tenant ? -1 : 1));
  }
}
