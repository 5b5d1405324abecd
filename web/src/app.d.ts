/** What SvelteKit's open types hold in this site. */
import type { Switch } from '@hanoi/core/api/switch';
import type { Language } from '@hanoi/core/person/schema';
import type { FormValues } from '$lib/form/form-answer';
import type { ProgrammeView } from '$lib/programme/programme-view';
import type { Viewer } from '$lib/ui/viewer';

declare global {
  namespace App {
    interface Locals {
      /** By which this request is found in every log; sent on to the API. */
      requestId: string;
      /** The session of the cookie, whether or not it still opens anything. */
      session?: { token: string };
      /** What the request's form holds, for the page of an error. */
      typed?: FormValues;
    }
    interface PageData {
      language: Language;
      /** Who is signed in; null for everybody else. */
      person: Viewer | null;
      /** Whether the examples of the demo are loaded, which every page says. */
      isDemo: boolean;
      /** Where one signs in as one of their people: on one machine only. */
      demoPeople: string | null;
      /** What the operators say to everybody. */
      banner: string | null;
      isReadOnly: boolean;
      /** What nobody can do just now. */
      paused: Switch[];
      /** All programmes, named in the language, in their order. */
      programmes: ProgrammeView[];
    }
    interface Error {
      message: string;
      /** What to do about it. */
      detail?: string;
      /** Told to people when the fault is ours, so that it can be found in the log. */
      requestId?: string;
      /** What was sent and not saved: it is shown, and can be sent again. */
      typed?: FormValues;
    }
  }
}
