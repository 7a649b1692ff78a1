import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { readCsv, type CsvRow } from './read-csv.js';

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}
const read = async (source: AsyncIterable<Uint8Array>, limitBytes?: number) => {
  const rows: CsvRow[] = [];
  const heads: { cells: readonly string[]; line: number }[] = [];
  const result = await readCsv(source, {
    header: (cells, line) => {
      heads.push({ cells, line });
      return null;
    },
    row: (row) => void rows.push(row),
  }, limitBytes === undefined ? {} : { limitBytes });
  return { result, rows, header: heads[0] };
};
const refusalOf = async (...parts: (string | Uint8Array)[]) => {
  const { result } = await read(chunks(...parts));
  return result.refusal && { name: result.refusal.name, line: result.refusal.line };
};

describe('a table', () => {
  it('is read cell by cell, each row with the line on which it begins', async () => {
    const { result, rows, header } = await read(chunks('key,title\n1,"Head, ""Data"""\n\n2,"two\nlines"\n3,x'));
    expect(header).toEqual({ cells: ['key', 'title'], line: 1 });
    expect(rows).toEqual([
      { line: 2, cells: ['1', 'Head, "Data"'] }, { line: 4, cells: ['2', 'two\nlines'] }, { line: 6, cells: ['3', 'x'] },
    ]);
    expect(result).toMatchObject({ refusal: null, rows: 3, bytes: 47 });
  });

  it('has the digest of its bytes', async () => {
    const text = '\uFEFFkey;title\r\n1;ä\r\n';
    const { result } = await read(chunks(text));
    expect(result).toMatchObject({ digest: createHash('sha256').update(text).digest('hex') });
  });

  it.each([[',', 'comma'], [';', 'semicolon'], ['\t', 'tab']])('is separated by %j, a %s', async (delimiter) => {
    const { rows, header } = await read(chunks(`"a,b;c\td;e"${delimiter}title\n1${delimiter}x\n`));
    expect([header!.cells, rows]).toEqual([['a,b;c\td;e', 'title'], [{ line: 2, cells: ['1', 'x'] }]]);
  });

  it.each(['\n', '\r\n', '\r'])('may end its lines with %j, inside quotes too', async (end) => {
    const { rows } = await read(chunks(['key,title', '1,"a', 'b"', '', '2,c', ''].join(end)));
    expect(rows).toEqual([{ line: 2, cells: ['1', 'a\nb'] }, { line: 5, cells: ['2', 'c'] }]);
  });

  it('may begin with a byte-order mark and empty lines', async () => {
    const { rows, header } = await read(chunks('\uFEFF\r\n\r\nkey,title\r\n1,x'));
    expect([header, rows]).toEqual([{ cells: ['key', 'title'], line: 3 }, [{ line: 4, cells: ['1', 'x'] }]]);
  });

  it('keeps rows that do not fit the header, for the verdict', async () => {
    const { rows } = await read(chunks('a,b\n1\n1,2,3\n'));
    expect(rows.map(({ cells }) => cells.length)).toEqual([1, 3]);
  });

  it('takes a stray quote as a character, and what follows a closing one as part of the value', async () => {
    const { rows } = await read(chunks('a,b\n5" pipe,x\n"y"z,1\n'));
    expect(rows.map(({ cells }) => cells)).toEqual([['5" pipe', 'x'], ['yz', '1']]);
  });

  it('may hold U+FFFD: somebody else lost that character', async () => {
    const { result, rows } = await read(chunks('a,b\n1,Caf\uFFFD\n'));
    expect([result.refusal, rows[0]!.cells[1]]).toEqual([null, 'Caf\uFFFD']);
  });

  it.each(['\n', '\r\n', '\r'])('reads the same however it is cut into chunks, its lines ending with %j', async (end) => {
    const file = Buffer.from(['\uFEFFkey;title', '1;"Zoë', 'und 𝄞"', '', '2;"ä""ö"', '3;ü', ''].join(end));
    const whole = await read(chunks(file));
    expect(whole.rows).toHaveLength(3);
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.nat(file.length), { maxLength: 8 }), async (cuts) => {
      const at = [0, ...cuts.sort((one, other) => one - other), file.length];
      expect(await read(chunks(...at.slice(1).map((end, index) => file.subarray(at[index], end))))).toEqual(whole);
    }));
  });
});

describe('a file is refused as a whole', () => {
  it.each([
    ['latin-1', Buffer.from('a,b\n1,x\n2,Zo\xEB\n3,y\n', 'latin1'), 3],
    ['UTF-16 with a mark', Buffer.from('\uFEFFa,b\n1,x\n', 'utf16le'), 1],
    ['UTF-16 without one', Buffer.from('a,b\n1,x\n', 'utf16le'), null],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0]), null],
    ['an overlong form', Buffer.from([0x61, 0x0a, 0xc0, 0xaf, 0x0a]), 2],
    ['a half surrogate', Buffer.from([0x61, 0x0a, 0x0a, 0xed, 0xa0, 0x80]), 3],
    ['a file that ends inside a character', Buffer.from('a,b\n1,ä').subarray(0, -1), 2],
  ])('when it is not UTF-8: %s', async (_, bytes, line) => {
    expect(await refusalOf(bytes)).toEqual({ name: 'FileIsNotUtf8', line });
    const single = [...bytes].map((byte) => Buffer.from([byte]));
    expect((await refusalOf(...single))?.name).toBe('FileIsNotUtf8');
  });

  it.each(['', '\uFEFF', '\n\r\n\n'])('when there is nothing in it: %j', async (text) => expect(await refusalOf(text)).toEqual({ name: 'FileHasNoHeader', line: null }));

  it('when it breaks off inside a quoted value, even after rows were read', async () => {
    expect(await refusalOf('a,b\n1,x\n2,"half a va')).toEqual({ name: 'FileBreaksOffInsideQuotes', line: 3 });
    expect(await refusalOf('a,"b')).toEqual({ name: 'FileBreaksOffInsideQuotes', line: 1 });
  });

  it('when a quote was left open far from the end', async () =>
    expect(await refusalOf('a,b\n1,"', 'x\n'.repeat(700_000))).toMatchObject({ name: 'RowIsTooLong' }));

  it('when it exceeds the limit, as soon as it does', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a,b\n');
      for (;;) {
        given += 1_000_000;
        yield Buffer.from('1,x\n'.repeat(250_000));
      }
    }
    const { result } = await read(endless(), 3_000_000);
    expect(result.refusal).toEqual({ name: 'FileIsTooLarge', line: null, message: 'The file is larger than 3 MB.' });
    expect(given).toBeLessThanOrEqual(4_000_000);
  });

  it('when the header is not liked', async () => {
    const refusal = { name: 'ColumnIsMissing', message: 'No.', line: 1 } as const;
    const told: unknown[] = [];
    expect(await readCsv(chunks('a,b\n1,2\n'), { header: () => refusal, row: (row) => void told.push(row) })).toEqual({ refusal });
    expect(told).toEqual([]);
  });

  it('when a row is not liked, and nothing after it is told', async () => {
    const refusal = { name: 'NotANumber', message: 'No.', line: 3 } as const;
    const told: unknown[] = [];
    expect(await readCsv(chunks('a\n1\nx\n2\n'), {
      header: () => null,
      row: ({ cells: [cell] }) => {
        told.push(cell);
        return cell === 'x' ? refusal : null;
      },
    })).toEqual({ refusal });
    expect(told).toEqual(['1', 'x']);
  });
});

it('is a fault, not a refusal, when the source itself fails', async () => {
  async function* torn(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a,b\n1,2\n');
    throw new Error('the line went dead');
  }
  await expect(read(torn())).rejects.toThrow('the line went dead');
});
