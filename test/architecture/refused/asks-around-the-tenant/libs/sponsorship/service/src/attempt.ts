import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

export const all = (pool: Pool) => pool.query('SELECT * FROM log.event');
export class Attempt {
  constructor(private readonly dataSource: DataSource) {}

  all() {
    return this.dataSource.query('SELECT * FROM log.event');
  }
}
