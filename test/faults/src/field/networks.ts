import { tcpProxy, type TcpProxy } from '@vouchsafe/test-support';

/** What stands between the parts, to be broken: each the only way of its clients. */
export interface Networks {
  /** From the second api to PostgreSQL. */
  readonly apiToDatabase: TcpProxy;
  /** From the first projector to PostgreSQL. */
  readonly projectorToDatabase: TcpProxy;
  /** From the relays to the broker. */
  readonly relaysToBroker: TcpProxy;
  /** From projectors and reactor to the broker. */
  readonly readersToBroker: TcpProxy;
}

/** Where a proxy leads to, which is known later than its own port: the broker is told that port when it starts. */
interface Target { host: string; port: number }

/** The networks, and how the cluster comes to go through them. */
export interface LaidNetworks {
  readonly networks: Networks;
  /** Of the broker: clients follow what it advertises, so each proxy is advertised. */
  readonly listeners: Readonly<Record<'RELAYS' | 'READERS', readonly string[]>>;
  /** As `startCluster` takes it. */
  envOf(name: string, addresses: { readonly url: string; readonly kafka: { readonly nodes: readonly { readonly ports: Readonly<Record<string, number>> }[] } | undefined }): Readonly<Record<string, string>>;
  close(): void;
}

export const layNetworks = async (): Promise<LaidNetworks> => {
  const [database, relays, readers]: Target[] = [{ host: '127.0.0.1', port: 0 }, { host: '127.0.0.1', port: 0 }, { host: '127.0.0.1', port: 0 }];
  const networks: Networks = {
    apiToDatabase: await tcpProxy(database!), projectorToDatabase: await tcpProxy(database!), relaysToBroker: await tcpProxy(relays!), readersToBroker: await tcpProxy(readers!),
  };
  const at = ({ port }: TcpProxy): string => `127.0.0.1:${port}`;
  const through = (url: string, proxy: TcpProxy): string => {
    const address = new URL(url);
    database!.port = Number(address.port);
    address.host = at(proxy);
    return address.href;
  };
  return {
    networks,
    listeners: { RELAYS: [at(networks.relaysToBroker)], READERS: [at(networks.readersToBroker)] },
    envOf: (name, { url, kafka }) => {
      const { RELAYS, READERS } = kafka!.nodes[0]!.ports;
      [relays!.port, readers!.port] = [RELAYS!, READERS!];
      const brokers = name.startsWith('relay') ? networks.relaysToBroker : networks.readersToBroker;
      const direct = { KAFKA_BROKERS: at(brokers) };
      switch (name) {
        case 'api-2': return { ...direct, DATABASE_URL: through(url, networks.apiToDatabase) };
        case 'projector-1': return { ...direct, DATABASE_URL: through(url, networks.projectorToDatabase) };
        default: return direct;
      }
    },
    close: () => Object.values(networks).forEach((proxy: TcpProxy) => proxy.close()),
  };
};
