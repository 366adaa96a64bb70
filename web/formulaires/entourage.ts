import type { VueEngagement } from '../../domain/engagement/vue-engagement';
import type { VueRendezVous } from '../../domain/parcours/frise';
import type { VueLettre } from '../../domain/parcours/lettres';
import type { CodeZone } from '../../domain/temps/zones';

/** What the forms need beside the gestures: how to name what they are about. */
export type Entourage = {
  readonly zone: CodeZone;
  readonly rendezVous: readonly VueRendezVous[];
  readonly referents: readonly { readonly id: string; readonly nom: string }[];
  /** R35 — where a person may be sent. */
  readonly structures: readonly { readonly id: string; readonly nom: string }[];
  readonly engagement: VueEngagement;
  /** Erasable texts, by id. */
  readonly textes: Readonly<Record<string, string>>;
  readonly lettres: readonly VueLettre[];
};
