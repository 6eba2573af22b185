import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';

/** What the site announces: numbered per topic, so that a gap is seen and nothing is shown twice. */
export interface Frame { topic: string; sequence: number; payload: unknown }
type Listener = (frame: Frame) => void;
export type State = 'live' | 'waiting' | 'off';

interface Followed { sequence: number; listeners: Set<Listener> }

// One connection per tab, opened by the first island that follows something.
const topics = new Map<string, Followed>();
const watchers = new Set<(state: State) => void>();
let connection: HubConnection | undefined;
let opening: Promise<void> | undefined;
let state: State = 'off';

export async function join(topic: string, since: number, listener: Listener): Promise<() => void> {
  let followed = topics.get(topic);
  if (followed) {
    followed.listeners.add(listener);
  } else {
    topics.set(topic, followed = { sequence: since, listeners: new Set([listener]) });
    await open();
    await follow(topic);
  }
  return () => leave(topic, listener);
}

export function onState(watcher: (state: State) => void): () => void {
  watchers.add(watcher);
  watcher(state);
  return () => watchers.delete(watcher);
}

function leave(topic: string, listener: Listener) {
  const followed = topics.get(topic);
  if (!followed) return;
  followed.listeners.delete(listener);
  if (followed.listeners.size > 0) return;
  topics.delete(topic);
  if (connection?.state === HubConnectionState.Connected) void connection.invoke('Leave', topic).catch(() => {});
}

async function open() {
  if (!connection) {
    connection = new HubConnectionBuilder().withUrl('/live')
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: c => Math.min(30_000, 500 * 2 ** c.previousRetryCount) })
      .configureLogging(LogLevel.None).build();
    connection.on('frame', (frame: Frame) => deliver(frame));
    connection.onreconnecting(() => tell('waiting'));
    connection.onreconnected(async () => {
      for (const topic of topics.keys()) await follow(topic);
      tell('live');
    });
    connection.onclose(() => tell('off'));
  }
  if (connection.state === HubConnectionState.Disconnected) {
    tell('waiting');
    opening = connection.start().then(() => tell('live'), () => tell('off'));
  }
  await opening;
}

// The answer is the last frame if we missed any.
async function follow(topic: string) {
  const followed = topics.get(topic);
  if (!followed || connection?.state !== HubConnectionState.Connected) return;
  try {
    const missed = await connection.invoke<Frame | null>('Join', topic, followed.sequence);
    if (missed) deliver(missed);
  } catch {
    topics.delete(topic); // not ours to follow, or it ended
  }
}

function deliver(frame: Frame) {
  const followed = topics.get(frame.topic);
  if (!followed || frame.sequence <= followed.sequence) return;
  followed.sequence = frame.sequence;
  for (const listener of followed.listeners) listener(frame);
}

function tell(now: State) {
  state = now;
  document.documentElement.dataset.live = now;
  for (const watcher of watchers) watcher(now);
}
