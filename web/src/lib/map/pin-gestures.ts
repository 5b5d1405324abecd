/** What fingers and mice do on the map: tap to pin, drag to look around, pinch or wheel to zoom. */
import type { Attachment } from 'svelte/attachments';
import { type At, moved, type View, zoomed } from './pin-view';

type Hands = { view: () => View; look: (view: View) => void; put: (at: At) => void };

/** How far a finger may slip and still tap, pixels. */
const slip = 8;

/** Watches the pointers on an svg whose viewBox is the view. */
export function pinGestures({ view, look, put }: Hands): Attachment<SVGSVGElement> {
  return (map) => {
    const pointers = new Map<number, At>();
    let start: At | undefined;

    const at = (event: MouseEvent): At => {
      const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM()?.inverse());
      return { x, y };
    };
    const spread = () => {
      const [one, other] = [...pointers.values()];
      return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
    };

    function down(event: PointerEvent) {
      if (event.button !== 0) return;
      map.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      start = pointers.size === 1 ? { x: event.clientX, y: event.clientY } : undefined;
    }
    function move(event: PointerEvent) {
      const last = pointers.get(event.pointerId);
      if (!last) return;
      const before = spread();
      const now = { x: event.clientX, y: event.clientY };
      if (start && Math.hypot(now.x - start.x, now.y - start.y) <= slip) return;
      start = undefined;
      pointers.set(event.pointerId, now);
      if (pointers.size > 1) return look(zoomed(view(), before / Math.max(1, spread()), at(event)));
      const unit = view().size / Math.min(map.clientWidth, map.clientHeight);
      look(moved(view(), { x: (last.x - now.x) * unit, y: (last.y - now.y) * unit }));
    }
    function up(event: PointerEvent) {
      const isTap = start !== undefined && pointers.has(event.pointerId);
      pointers.delete(event.pointerId);
      start = undefined;
      if (isTap && event.type === 'pointerup') put(at(event));
    }
    function wheel(event: WheelEvent) {
      // The page scrolls; with Ctrl, as a pinch on a touchpad reads, the map zooms.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      look(zoomed(view(), Math.exp(event.deltaY / 200), at(event)));
    }

    const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up, wheel };
    for (const [name, listener] of Object.entries(listeners)) {
      map.addEventListener(name, listener as EventListener, { passive: false });
    }
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        map.removeEventListener(name, listener as EventListener);
      }
    };
  };
}
