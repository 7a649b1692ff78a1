import { once } from 'node:events';
import pg from 'pg';

/** The driver's connection, as far as COPY needs it. */
interface CopyConnection { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }

class CopyOut extends pg.Query {
  readonly chunks: Buffer[] = [];
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.chunks.push(Buffer.from(chunk)); // it lies in a buffer that the driver uses again
  }
}

class CopyIn extends pg.Query {
  constructor(text: string, private readonly chunks: readonly Buffer[]) {
    super(text);
  }
  handleCopyInResponse(connection: CopyConnection): void {
    for (const chunk of this.chunks) connection.sendCopyFromChunk(chunk);
    connection.endCopyFrom();
  }
}

/** The rows of a query as COPY writes them. */
export const copyOut = async (client: pg.Client, query: string): Promise<readonly Buffer[]> => {
  const copy = client.query(new CopyOut(`COPY (${query}) TO STDOUT`));
  await once(copy, 'end');
  return copy.chunks;
};

export const copyIn = async (client: pg.Client, table: string, rows: readonly Buffer[]): Promise<void> => {
  await once(client.query(new CopyIn(`COPY ${table} FROM STDIN`, rows)), 'end');
};
