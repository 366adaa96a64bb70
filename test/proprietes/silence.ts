import { jourAt } from '../../domain/temps/heure-locale';
import type { Dossier, Monde } from '../domain/monde';
import { exige } from './faute';

/** R48 — read in the journal and in the mails alone: opened in silence, nobody was told, and nothing is held against her. */
export function verifieSilence({ p, journal, courriels }: Dossier, m: Monde): void {
  if (p.ouvertureSilencieuse !== true) return;
  const faits = journal.map(({ fait }) => fait);
  const tus = new Set(
    faits.flatMap((f) =>
      f.type === 'lettre_a_faire' && f.raison === 'ouverture_silencieuse' ? [f.courrielCle] : [],
    ),
  );
  const [premier] = p.rendezVous;
  if (premier?.origine === 'jalons')
    exige(tus.has(`rdv:${premier.id}.1:convocation`), 'le premier rendez-vous n’est pas tu', premier);
  exige(!courriels.some(({ cle }) => tus.has(cle)), 'une convocation tue est partie', courriels);
  for (const [i, f] of faits.entries()) {
    if (f.type !== 'manquement_ouvert' && f.type !== 'manquement_rejoint') continue;
    if (f.source.genre !== 'absence') continue;
    const { rendezVousId } = f.source;
    const change = faits.some(
      (x) =>
        (x.type === 'rendez_vous_deplace' || x.type === 'rendez_vous_corrige') &&
        x.rendezVousId === rendezVousId,
    );
    const rdv = p.rendezVous.find(({ id }) => id === rendezVousId);
    if (change || rdv === undefined || !tus.has(`rdv:${rendezVousId}.1:convocation`)) continue;
    const dite = faits
      .slice(0, i)
      .some(
        (x) =>
          x.type === 'remise_constatee' &&
          x.courrielCle.startsWith(`rdv:${rendezVousId}.1:`) &&
          x.le < jourAt(rdv.creneau.debut, m.zone),
      );
    exige(dite, 'une absence à un rendez-vous tu est reprochée', f);
  }
}
