import { Injectable } from '@nestjs/common';
import { Database } from '@vouchsafe/access';
import type { TenantId } from '@vouchsafe/event-schema';
import { FrontKeys, type SignInPlace } from './front-keys.js';

type Kind = 'handle' | 'sign-in';

/** The keys in schema `front`. Writing and listing stay inside one tenant; only the look-up of one key is blind to tenants. */
@Injectable()
export class DatabaseFrontKeys extends FrontKeys {
  constructor(private readonly database: Database) {
    super();
  }

  /** No constraint can do this: a unique key over all tenants would have no tenant in it. So everybody first writes their claim, then
   * looks: of two rivals at least the one who looks last sees the other, and gives way. Both may; then the handle is free again. */
  async claimHandle(tenant: TenantId, handle: string): Promise<boolean> {
    await this.write(tenant, 'handle', handle, tenant);
    const isAlone = (await this.resolve('handle', handle)).every((place) => place.tenant === tenant);
    if (!isAlone) await this.database.withTenant(tenant, (tx) => tx.query(`DELETE FROM front.key WHERE tenant_id = $1 AND kind = 'handle' AND key = $2`, [tenant, handle]));
    return isAlone;
  }

  async tenantOf(handle: string): Promise<TenantId | undefined> {
    return (await this.resolve('handle', handle))[0]?.tenant;
  }

  async addSignIn(tenant: TenantId, key: string, personId: string): Promise<string> {
    await this.write(tenant, 'sign-in', key, personId);
    const { rows } = await this.database.withTenant(tenant, (tx) =>
      tx.query<{ subject: string }>(`SELECT subject FROM front.key WHERE tenant_id = $1 AND kind = 'sign-in' AND key = $2`, [tenant, key]));
    return rows[0]!.subject;
  }

  async signInsOf(tenant: TenantId, personId: string): Promise<readonly string[]> {
    const { rows } = await this.database.withTenant(tenant, (tx) =>
      tx.query<{ key: string }>(`SELECT key FROM front.key WHERE tenant_id = $1 AND kind = 'sign-in' AND subject = $2 ORDER BY key`, [tenant, personId]));
    return rows.map(({ key }) => key);
  }

  async placesOf(key: string): Promise<readonly SignInPlace[]> {
    return (await this.resolve('sign-in', key)).map(({ tenant, subject }) => ({ tenant, personId: subject }));
  }

  private async write(tenant: TenantId, kind: Kind, key: string, subject: string): Promise<void> {
    await this.database.withTenant(tenant, (tx) =>
      tx.query('INSERT INTO front.key (tenant_id, kind, key, subject) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [tenant, kind, key, subject]));
  }

  private resolve(kind: Kind, key: string): Promise<{ tenant: TenantId; subject: string }[]> {
    return this.database.call('front-resolve', 'SELECT tenant, subject FROM front.resolve($1, $2)', [kind, key]);
  }
}
