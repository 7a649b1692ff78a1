// What a node is told. Kafka's defaults are made for large machines: a dedupe buffer of 128 MB of heap, internal topics of 50
// partitions, three seconds of waiting before a group begins.
const HOST = '127.0.0.1';

/** server.properties of one node, broker and controller in one.
 * @param nodes all nodes of the cluster, with their ports
 * @param host where it listens
 * @param advertised where the clients of each listener are told to go: `{ RELAY: 'host:port' }`; itself, if left out */
export const serverProperties = ({ id, nodes, data, advertised = {}, host = HOST }) => {
  const { ports } = nodes.find((node) => node.id === id);
  const clients = Object.keys(ports).filter((name) => name !== 'CONTROLLER');
  const replicas = Math.min(3, nodes.length);
  const inSync = Math.max(1, replicas - 1);
  const at = (name, on = HOST) => `${name}://${on}:${ports[name]}`;
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': id,
    // Static voters: a cluster may come up again under other ports, which a quorum that keeps its own list would not.
    'controller.quorum.voters': nodes.map((node) => `${node.id}@${HOST}:${node.ports.CONTROLLER}`).join(','),
    'controller.listener.names': 'CONTROLLER',
    listeners: [...clients, 'CONTROLLER'].map((name) => at(name, host)).join(','),
    'advertised.listeners': [...clients.map((name) => (advertised[name] ? `${name}://${advertised[name]}` : at(name))), at('CONTROLLER')].join(','),
    'inter.broker.listener.name': 'INTERNAL',
    'listener.security.protocol.map': [...clients, 'CONTROLLER'].map((name) => `${name}:PLAINTEXT`).join(','),
    'log.dirs': data,
    'auto.create.topics.enable': false,
    'default.replication.factor': replicas,
    'offsets.topic.replication.factor': replicas,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': replicas,
    'transaction.state.log.min.isr': inSync,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': replicas,
    'share.coordinator.state.topic.min.isr': inSync,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1_000,
    'log.cleaner.dedupe.buffer.size': 4 * 1_048_576,
    'broker.session.timeout.ms': 3_000,
    'broker.heartbeat.interval.ms': 500,
    'num.network.threads': 2,
    'num.io.threads': 4,
  };
  return `${Object.entries(settings).map(([name, value]) => `${name}=${value}`).join('\n')}\n`;
};

export const logProperties = `rootLogger.level=warn
rootLogger.appenderRef.c.ref=C
appender.c.type=Console
appender.c.name=C
appender.c.layout.type=PatternLayout
appender.c.layout.pattern=%d %p %c{1} %m%n
logger.k.name=org.apache.kafka
logger.k.level=info
`;
