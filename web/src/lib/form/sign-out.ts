/** Signing out in one tab: the others keep nothing of that person any more. */
import { forgetOthers } from './kept-draft';

const channelName = 'signed-out';

/** Forgets every draft on this device, and tells the other tabs. */
export function leaveNothing(): void {
  forgetOthers();
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

/** Calls `stop` when somebody signs out in another tab. Returns what ends the listening. */
export function onSignOut(stop: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = () => {
    forgetOthers();
    stop();
  };
  return () => channel.close();
}
