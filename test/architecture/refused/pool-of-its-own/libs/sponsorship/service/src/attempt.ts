import pg, { Pool } from 'pg';

export const one = (): Pool => new Pool();
export const two = (): Pool => new pg.Pool();
