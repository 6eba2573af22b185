import { HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';

/** What the site announces: numbered per topic, so that a gap is seen and nothing is shown twice. */
export interface Frame { topic: string; sequence: number; payload: unknown }
/** `since`: what the listener knows already; left out, the listener wants only what is still to come. */
interface Listener { since?: number; hear: (frame: Frame) => void }
interface Followed { last?: Frame; listeners: Set<Listener>; leaving?: number }

// One connection per tab, opened by the first island that follows something. It outlives the pages Turbo changes.
const topics = new Map<string, Followed>();
let connection: HubConnection | undefined;
let opening: Promise<void> | undefined;
let failures = 0;

/** Follows a topic; the answer stops it. */
export function join(topic: string, since: number | undefined, hear: (frame: Frame) => void): () => void {
  const listener: Listener = { since, hear };
  let followed = topics.get(topic);
  if (followed) {
    clearTimeout(followed.leaving);
    followed.listeners.add(listener);
    if (followed.last) tell(listener, followed.last, since === undefined);
  } else {
    topics.set(topic, followed = { listeners: new Set([listener]) });
    void open().then(() => follow(topic));
  }
  return () => {
    followed.listeners.delete(listener);
    // The next page often follows the same topic; it then finds it warm and misses nothing in between.
    if (followed.listeners.size === 0) followed.leaving = window.setTimeout(() => leave(topic, followed), 3000);
  };
}

function leave(topic: string, followed: Followed) {
  if (followed.listeners.size > 0 || topics.get(topic) !== followed) return;
  topics.delete(topic);
  if (connection?.state === HubConnectionState.Connected) void connection.invoke('Leave', topic).catch(() => {});
}

async function open() {
  connection ??= build();
  if (connection.state === HubConnectionState.Disconnected) opening = connection.start();
  try {
    await opening;
    failures = 0;
    show('live');
  } catch {
    show('waiting');
    setTimeout(() => void open().then(followAll), Math.min(30_000, 1000 * 2 ** failures++));
  }
}

function build() {
  const made = new HubConnectionBuilder().withUrl('/live')
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: c => Math.min(30_000, 500 * 2 ** c.previousRetryCount) })
    .configureLogging(LogLevel.None).build();
  made.on('frame', (frame: Frame) => deliver(frame));
  made.onreconnecting(() => show('waiting'));
  made.onreconnected(() => { show('live'); void followAll(); });
  return made;
}

async function followAll() {
  for (const topic of [...topics.keys()]) await follow(topic);
}

// The answer is the last frame if somebody here has not seen it.
async function follow(topic: string) {
  const followed = topics.get(topic);
  if (!followed || connection?.state !== HubConnectionState.Connected) return;
  const known = Math.min(...[...followed.listeners].map(l => l.since ?? 0), followed.last?.sequence ?? Infinity);
  try {
    const missed = await connection.invoke<Frame | null>('Join', topic, Number.isFinite(known) ? known : 0);
    if (missed) deliver(missed, !followed.last);
    for (const listener of followed.listeners) listener.since ??= 0;
  } catch {
    // Refused while connected: not ours to follow, or gone. A broken line is followed again when it is back.
    if (connection.state === HubConnectionState.Connected) topics.delete(topic);
  }
}

function deliver(frame: Frame, isOld = false) {
  const followed = topics.get(frame.topic);
  if (!followed || frame.sequence <= (followed.last?.sequence ?? -1)) return;
  followed.last = frame;
  for (const listener of [...followed.listeners]) tell(listener, frame, isOld && listener.since === undefined);
}

function tell(listener: Listener, frame: Frame, silently: boolean) {
  if (frame.sequence <= (listener.since ?? -1)) return;
  listener.since = frame.sequence;
  if (!silently) listener.hear(frame);
}

function show(state: 'live' | 'waiting') {
  document.documentElement.dataset.live = state;
}
