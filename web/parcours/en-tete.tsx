import { jourEnLettres } from '../../domain/courriels/dates-dites';
import type { ComponentChildren, JSX } from 'preact';
import { ditEcart, ditJour } from '../../domain/parcours/dire';
import { hrefListe } from '../liens';
import { joursRestants, RepereEtape } from '../reperes';
import type { VuePublics } from '../../domain/engagement/vue-etapes';
import type { VueSortie } from '../../domain/parcours/vue';
import type { VueEmploi } from '../../domain/parcours/vue-emploi';
import type { PageParcours } from './page';
import { Ariane } from '../ariane';

export function EnTete({
  vue,
  personne,
  referent,
  remplacements,
  structure,
  lienTemporal,
}: PageParcours): JSX.Element {
  return (
    <header class="fiche">
      <Ariane>
        <a href="/">Parcours</a>
        {referent !== null && (
          <>
            <span aria-hidden="true"> › </span>
            <a href={hrefListe(referent.id)}>{referent.nom}</a>
          </>
        )}
      </Ariane>
      <div class="fiche-titre">
        <h1>{personne.nom}</h1>
        <RepereEtape etape={vue.etape} />
      </div>
      <dl class="fiche-faits">
        {vue.sortie !== null ? <FaitSortie sortie={vue.sortie} /> : <FaitsDuTemps vue={vue} />}
        {vue.emploi !== null && <FaitEmploi emploi={vue.emploi} />}
        <Fait nom="Contrat d’engagement">
          {vue.contrat !== null ? (
            <strong>{`Signé le ${ditJour(vue.contrat.signeLe)}`}</strong>
          ) : (
            <>
              <strong>Non signé</strong>
              {vue.aSignerAvant !== null && (
                <span class="discret">{`à signer le ${jourEnLettres(vue.aSignerAvant)} au plus tard, ${ditEcart(vue.aujourdhui, vue.aSignerAvant)}`}</span>
              )}
            </>
          )}
        </Fait>
        <Fait nom="Référent">
          <strong>{referent?.nom ?? 'À désigner'}</strong>
          {remplacements.map(({ nom, du, au }) => (
            <span class="discret" key={du}>
              {`Remplacé par ${nom} du ${ditJour(du)} au ${ditJour(au)}`}
            </span>
          ))}
          <span class="discret">{structure.nom}</span>
        </Fait>
        <Fait nom="Dispositif">
          <strong>{vue.dispositif.libelle}</strong>
          <span class="discret">
            {vue.fenetre.finie
              ? `Édition finie le ${ditJour(vue.fenetre.au)} : les actes faits depuis sont marqués`
              : `Édition ouverte jusqu’au ${ditJour(vue.fenetre.au)}`}
          </span>
          <PublicsDits publics={vue.engagement.publics} />
          <span class="discret">
            {vue.soumisAuxObligations ? 'Soumis aux obligations' : 'Volontaire, sans obligation'}
            {personne.joignable ? '' : ' · sans adresse électronique'}
            {personne.preference === 'papier' ? ' · sur papier seulement' : ''}
          </span>
        </Fait>
      </dl>
      {vue.precedentId !== null && (
        <p>
          <a href={`/parcours/${vue.precedentId}`}>Parcours précédent, avant la réorientation</a>
        </p>
      )}
      {vue.suivantId !== null && (
        <p>
          <a href={`/parcours/${vue.suivantId}`}>Parcours suivant, ouvert par la réorientation</a>
        </p>
      )}
      {lienTemporal !== null && (
        <p class="fiche-moteur">
          <a href={lienTemporal}>Voir ce parcours dans le moteur Temporal</a>
        </p>
      )}
    </header>
  );
}

/** R41 — shown where the programme gives priority to some. */
function PublicsDits({ publics }: { readonly publics: VuePublics }): JSX.Element | null {
  if (publics === null) return null;
  const dits = publics.dits?.map(({ libelle }) => libelle.toLowerCase()) ?? null;
  const texte = dits === null ? 'à indiquer' : dits.length === 0 ? 'aucun ne s’applique' : dits.join(' ; ');
  return <span class="discret">{`Public prioritaire : ${texte}`}</span>;
}

/** What time is left, and which month runs; where a silence is watched, when the person was last heard of (R38). */
function FaitsDuTemps({ vue }: Pick<PageParcours, 'vue'>): JSX.Element {
  const { plafond, moisCourant, nouvelles } = vue;
  return (
    <>
      <Fait nom="Avant la durée maximale">
        <strong class="grand">{joursRestants(plafond?.joursRestants ?? null)}</strong>
        {plafond !== null && (
          <span class="discret">{`Dernier jour le ${jourEnLettres(plafond.dernierJour)}${plafond.prolonge ? ', prolongé' : ''}`}</span>
        )}
        <PauseDite vue={vue} />
      </Fait>
      {nouvelles === null ? (
        <Fait nom="Mois en cours">
          {moisCourant === null ? (
            <span class="discret">
              {vue.etape === 'en_pause' ? 'Aucun mois ne court pendant la pause' : 'Aucun mois ne court'}
            </span>
          ) : (
            <>
              <strong>{`Mois ${moisCourant.rang}`}</strong>
              <span class="discret">{`jusqu’au ${jourEnLettres(moisCourant.au)}`}</span>
            </>
          )}
        </Fait>
      ) : (
        <Fait nom="Dernières nouvelles">
          <strong>{`Le ${ditJour(nouvelles.dernieresLe)}`}</strong>
          {nouvelles.avantLe !== null && (
            <span class="discret">
              {`à reprendre le ${jourEnLettres(nouvelles.avantLe)} au plus tard, ${ditEcart(vue.aujourdhui, nouvelles.avantLe)}`}
            </span>
          )}
        </Fait>
      )}
    </>
  );
}

/** R40 — the job that is followed until it holds. */
function FaitEmploi({ emploi }: { readonly emploi: VueEmploi }): JSX.Element {
  const { libelle, debutLe, finPrevueLe, aVerifierLe } = emploi;
  return (
    <Fait nom="Emploi">
      <strong>{`${libelle} depuis le ${ditJour(debutLe)}`}</strong>
      {finPrevueLe !== null && <span class="discret">{`Fin prévue le ${ditJour(finPrevueLe)}`}</span>}
      {aVerifierLe !== null && <span class="discret">{`À vérifier le ${ditJour(aVerifierLe)}`}</span>}
    </Fait>
  );
}

/** R33, R34 — why it ended, how it counts, and what became of the person. */
function FaitSortie({ sortie }: { readonly sortie: VueSortie }): JSX.Element {
  const { suivi } = sortie;
  return (
    <Fait nom="Sortie">
      <strong>{sortie.libelle}</strong>
      <span class="discret">{`${sortie.libelleClasse}, le ${ditJour(sortie.le)}`}</span>
      {suivi !== null && (
        <span class="discret">
          {suivi.libelle ?? `Situation à recueillir à partir du ${ditJour(suivi.prevuLe)}`}
        </span>
      )}
    </Fait>
  );
}

function Fait({
  nom,
  children,
}: {
  readonly nom: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div>
      <dt>{nom}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** R20 — while someone is away the days left stand still; the last day says so. */
function PauseDite({ vue }: Pick<PageParcours, 'vue'>): JSX.Element | null {
  const pause = vue.frise.pauses.find(({ du, au }) => du <= vue.aujourdhui && vue.aujourdhui <= au);
  if (pause === undefined) return null;
  const fin = pause.ouverte
    ? 'sans date de fin : ces jours ne comptent pas'
    : `jusqu’au ${jourEnLettres(pause.au)}`;
  return <span class="discret">{`En pause depuis le ${jourEnLettres(pause.du)}, ${fin}`}</span>;
}
