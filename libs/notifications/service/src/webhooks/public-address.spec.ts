import { isPublicAddress, mayBePublic } from './public-address.js';

it.each(['1.1.1.1', '8.8.8.8', '93.184.215.14', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.1', '223.255.255.255', '2606:4700:4700::1111', '2a00:1450:4001:82a::200e'])('%s is public', (address) =>
  expect(isPublicAddress(address)).toBe(true));

it.each([
  '0.0.0.0', '10.0.0.1', '10.255.255.255', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '169.254.170.2', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1', '192.168.1.1',
  '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255',
  '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:a9fe:a9fe', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1', '100::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%2', '2606:4700::1%eth0', 'fec0::1', 'ff02::1', '2001:db8::1', '2001::1', '2002:7f00:1::', '3fff::1',
  '', 'localhost', '127.1', 'example.com', '1.1.1.1 ',
])('"%s" is not', (address) => expect(isPublicAddress(address)).toBe(false));

describe('an address of an endpoint', () => {
  it.each([
    'https://127.0.0.1', 'https://2130706433', 'https://0x7f.1', 'https://0177.0.0.1', 'https://127.1', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://[0:0:0:0:0:ffff:a9fe:a9fe]/',
    'https://169.254.169.254/latest/meta-data', 'https://10.1.2.3:8443/', 'https://0/', 'https://１２７.0.0.1/',
  ])('%s is a number that is not public, however it is spelt', (url) => expect(mayBePublic(url, { allowLoopback: false })).toBe(false));

  it.each(['https://hooks.example.com', 'https://localhost', 'https://1.1.1.1'])('%s may be', (url) => expect(mayBePublic(url, { allowLoopback: false })).toBe(true));

  it('may be this machine where that is allowed, and no other', () => {
    expect(mayBePublic('http://127.0.0.1:9', { allowLoopback: true })).toBe(true);
    expect(mayBePublic('http://[::1]:9', { allowLoopback: true })).toBe(true);
    for (const url of ['http://10.0.0.1', 'http://169.254.169.254', 'http://0.0.0.0']) expect(mayBePublic(url, { allowLoopback: true })).toBe(false);
  });
});
