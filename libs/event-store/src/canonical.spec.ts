import { canonicalJson } from './canonical.js';
import { UnstorableValue } from './faults.js';

it('writes numbers and texts as the example of RFC 8785 does', () => {
  const example = { numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001], string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"\u002f', literals: [null, true, false] };
  expect(() => canonicalJson(example)).toThrow(UnstorableValue); // 1e30 is an integer that we store as text
  expect(canonicalJson({ ...example, numbers: [333333333.33333329, 4.5, 2e-3, 0.000000000000000000000000001] }))
    .toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
});

it('sorts keys by their UTF-16 code units, as RFC 8785 does', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
  expect(Object.keys(JSON.parse(canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))) as object)).toEqual(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']);
});

it('gives one text to equal values', () => {
  expect(canonicalJson({ b: [1, { d: 1, c: undefined }], a: -0 })).toBe('{"a":0,"b":[1,{"d":1}]}');
  expect(canonicalJson(JSON.parse('{"__proto__":{"x":1},"a":1}'))).toBe('{"__proto__":{"x":1},"a":1}');
});

it('names the path of what it refuses', () => {
  expect(() => canonicalJson({ a: [0, { b: Number.NaN }] })).toThrow(/data\.a\[1\]\.b cannot be stored: it is not a finite number/);
  expect(() => canonicalJson(undefined)).toThrow(UnstorableValue);
});

it('refuses circles and what is nested beyond reason', () => {
  const circle: unknown[] = [];
  circle.push(circle);
  expect(() => canonicalJson(circle)).toThrow(UnstorableValue);
  expect(() => canonicalJson(JSON.parse('['.repeat(201) + ']'.repeat(201)))).toThrow(UnstorableValue);
  expect(canonicalJson(JSON.parse('['.repeat(200) + ']'.repeat(200)))).toHaveLength(400);
});
