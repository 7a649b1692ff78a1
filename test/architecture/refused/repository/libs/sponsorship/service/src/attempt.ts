import type { DataSource } from 'typeorm';

export const people = (source: DataSource) => source.getRepository('person');
export const runner = (source: DataSource) => source.createQueryRunner();
