-- CreateTable
CREATE TABLE "structure" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "adresse" TEXT NOT NULL,
    "telephone" TEXT NOT NULL,
    "responsable_nom" TEXT NOT NULL,
    "responsable_courriel" TEXT NOT NULL,

    CONSTRAINT "structure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fermeture" (
    "id" UUID NOT NULL,
    "structure_id" UUID NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE NOT NULL,

    CONSTRAINT "fermeture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referent" (
    "id" UUID NOT NULL,
    "structure_id" UUID NOT NULL,
    "prenom" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "courriel" TEXT NOT NULL,
    "telephone" TEXT NOT NULL,
    "maximum_par_jour" INTEGER NOT NULL,

    CONSTRAINT "referent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "permanence" (
    "id" UUID NOT NULL,
    "referent_id" UUID NOT NULL,
    "jour_de_semaine" INTEGER NOT NULL,
    "de" VARCHAR(5) NOT NULL,
    "a" VARCHAR(5) NOT NULL,
    "duree_minutes" INTEGER NOT NULL,
    "duree_bilan_minutes" INTEGER,
    "lieu" TEXT,

    CONSTRAINT "permanence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "referent_id" UUID NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "beneficiaire" (
    "id" UUID NOT NULL,
    "id_externe" TEXT NOT NULL,
    "prenom" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "courriel" TEXT,
    "telephone" TEXT,
    "adresse" TEXT,

    CONSTRAINT "beneficiaire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parcours" (
    "id" UUID NOT NULL,
    "structure_id" UUID NOT NULL,
    "beneficiaire_id" UUID NOT NULL,
    "referent_id" UUID,
    "dispositif" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "etape" TEXT NOT NULL,
    "etat" JSONB NOT NULL,
    "rang" INTEGER NOT NULL,
    "prochaine_a" TIMESTAMPTZ(3),
    "prochaine_cle" TEXT,
    "prochaine_nature" TEXT,
    "clos" BOOLEAN NOT NULL DEFAULT false,
    "horloge_vue" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "parcours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fait" (
    "parcours_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "donnees" JSONB NOT NULL,
    "a" TIMESTAMPTZ(3) NOT NULL,
    "par" TEXT NOT NULL,
    "cle" TEXT,
    "du_le" DATE,

    CONSTRAINT "fait_pkey" PRIMARY KEY ("parcours_id","rang")
);

-- CreateTable
CREATE TABLE "rendez_vous" (
    "parcours_id" UUID NOT NULL,
    "numero" INTEGER NOT NULL,
    "referent_id" UUID NOT NULL,
    "debut" TIMESTAMPTZ(3) NOT NULL,
    "fin" TIMESTAMPTZ(3) NOT NULL,
    "permanence_id" UUID,
    "occupe" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "rendez_vous_pkey" PRIMARY KEY ("parcours_id","numero")
);

-- CreateTable
CREATE TABLE "texte" (
    "id" UUID NOT NULL,
    "parcours_id" UUID NOT NULL,
    "contenu" TEXT NOT NULL,
    "cree_a" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "texte_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "courriel" (
    "id" UUID NOT NULL,
    "parcours_id" UUID,
    "structure_id" UUID NOT NULL,
    "referent_id" UUID,
    "cle" TEXT NOT NULL,
    "modele" TEXT NOT NULL,
    "destinataire" TEXT NOT NULL,
    "voulu" JSONB NOT NULL,
    "etat" TEXT NOT NULL DEFAULT 'a_envoyer',
    "essais" INTEGER NOT NULL DEFAULT 0,
    "cree_a" TIMESTAMPTZ(3) NOT NULL,
    "essai_apres" TIMESTAMPTZ(3) NOT NULL,
    "bail_jusqua" TIMESTAMPTZ(3),
    "message_id" TEXT,
    "octets" BYTEA,
    "envoye_a" TIMESTAMPTZ(3),
    "derniere_reponse" TEXT,

    CONSTRAINT "courriel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ligne" (
    "parcours_id" UUID NOT NULL,
    "cle" TEXT NOT NULL,
    "structure_id" UUID NOT NULL,
    "referent_id" UUID,
    "pour" TEXT NOT NULL,
    "avis" TEXT NOT NULL,
    "rendez_vous_id" INTEGER,
    "le" DATE NOT NULL,
    "emise_a" TIMESTAMPTZ(3),

    CONSTRAINT "ligne_pkey" PRIMARY KEY ("parcours_id","cle")
);

-- CreateTable
CREATE TABLE "matinee" (
    "structure_id" UUID NOT NULL,
    "le" DATE NOT NULL,
    "due_a" TIMESTAMPTZ(3) NOT NULL,
    "faite_a" TIMESTAMPTZ(3),

    CONSTRAINT "matinee_pkey" PRIMARY KEY ("structure_id","le")
);

-- CreateTable
CREATE TABLE "reveil" (
    "cible" TEXT NOT NULL,
    "numero" BIGINT NOT NULL,
    "raison" TEXT NOT NULL,
    "cree_a" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reveil_pkey" PRIMARY KEY ("cible")
);

-- CreateTable
CREATE TABLE "horloge" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "decalage_ms" BIGINT NOT NULL DEFAULT 0,
    "figee_a" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "horloge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promenade" (
    "id" UUID NOT NULL,
    "jusqu_a" TIMESTAMPTZ(3) NOT NULL,
    "demandee_a" TIMESTAMPTZ(3) NOT NULL,
    "depuis" TIMESTAMPTZ(3),
    "rendue_a" TIMESTAMPTZ(3),
    "pas" INTEGER NOT NULL DEFAULT 0,
    "attente" TEXT,
    "finie_a" TIMESTAMPTZ(3),

    CONSTRAINT "promenade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jeton" (
    "id" UUID NOT NULL,
    "empreinte" TEXT NOT NULL,
    "libelle" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "cree_a" TIMESTAMPTZ(3) NOT NULL,
    "revoque_a" TIMESTAMPTZ(3),

    CONSTRAINT "jeton_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotence" (
    "jeton_id" UUID NOT NULL,
    "cle" TEXT NOT NULL,
    "empreinte" TEXT NOT NULL,
    "statut" INTEGER,
    "reponse" JSONB,
    "cree_a" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotence_pkey" PRIMARY KEY ("jeton_id","cle")
);

-- CreateIndex
CREATE UNIQUE INDEX "structure_code_key" ON "structure"("code");

-- CreateIndex
CREATE INDEX "fermeture_structure_id_idx" ON "fermeture"("structure_id");

-- CreateIndex
CREATE INDEX "referent_structure_id_idx" ON "referent"("structure_id");

-- CreateIndex
CREATE INDEX "permanence_referent_id_idx" ON "permanence"("referent_id");

-- CreateIndex
CREATE INDEX "absence_referent_id_idx" ON "absence"("referent_id");

-- CreateIndex
CREATE UNIQUE INDEX "beneficiaire_id_externe_key" ON "beneficiaire"("id_externe");

-- CreateIndex
CREATE INDEX "parcours_referent_id_idx" ON "parcours"("referent_id");

-- CreateIndex
CREATE INDEX "parcours_structure_id_idx" ON "parcours"("structure_id");

-- CreateIndex
CREATE INDEX "parcours_clos_prochaine_a_idx" ON "parcours"("clos", "prochaine_a");

-- CreateIndex
CREATE UNIQUE INDEX "fait_parcours_id_cle_key" ON "fait"("parcours_id", "cle");

-- CreateIndex
CREATE INDEX "rendez_vous_referent_id_debut_idx" ON "rendez_vous"("referent_id", "debut");

-- CreateIndex
CREATE INDEX "texte_parcours_id_idx" ON "texte"("parcours_id");

-- CreateIndex
CREATE INDEX "courriel_parcours_id_etat_idx" ON "courriel"("parcours_id", "etat");

-- CreateIndex
CREATE INDEX "courriel_structure_id_etat_idx" ON "courriel"("structure_id", "etat");

-- CreateIndex
CREATE UNIQUE INDEX "courriel_structure_id_parcours_id_cle_key" ON "courriel"("structure_id", "parcours_id", "cle");

-- CreateIndex
CREATE INDEX "ligne_structure_id_le_idx" ON "ligne"("structure_id", "le");

-- CreateIndex
CREATE INDEX "matinee_faite_a_due_a_idx" ON "matinee"("faite_a", "due_a");

-- CreateIndex
CREATE UNIQUE INDEX "jeton_empreinte_key" ON "jeton"("empreinte");

-- AddForeignKey
ALTER TABLE "fermeture" ADD CONSTRAINT "fermeture_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referent" ADD CONSTRAINT "referent_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permanence" ADD CONSTRAINT "permanence_referent_id_fkey" FOREIGN KEY ("referent_id") REFERENCES "referent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_referent_id_fkey" FOREIGN KEY ("referent_id") REFERENCES "referent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parcours" ADD CONSTRAINT "parcours_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parcours" ADD CONSTRAINT "parcours_beneficiaire_id_fkey" FOREIGN KEY ("beneficiaire_id") REFERENCES "beneficiaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parcours" ADD CONSTRAINT "parcours_referent_id_fkey" FOREIGN KEY ("referent_id") REFERENCES "referent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fait" ADD CONSTRAINT "fait_parcours_id_fkey" FOREIGN KEY ("parcours_id") REFERENCES "parcours"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rendez_vous" ADD CONSTRAINT "rendez_vous_parcours_id_fkey" FOREIGN KEY ("parcours_id") REFERENCES "parcours"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "courriel" ADD CONSTRAINT "courriel_parcours_id_fkey" FOREIGN KEY ("parcours_id") REFERENCES "parcours"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- R08: a slot is taken once. A constraint behind the lock, not a check.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "rendez_vous" ADD CONSTRAINT "rendez_vous_sans_chevauchement"
  EXCLUDE USING gist ("referent_id" WITH =, tstzrange("debut", "fin") WITH &&) WHERE ("occupe");

-- One open parcours per person.
CREATE UNIQUE INDEX "parcours_ouvert_par_personne" ON "parcours" ("beneficiaire_id") WHERE NOT "clos";

-- Digests have no parcours: their key is unique in the structure.
CREATE UNIQUE INDEX "courriel_recapitulatif" ON "courriel" ("structure_id", "cle") WHERE "parcours_id" IS NULL;
CREATE INDEX "courriel_en_attente" ON "courriel" ("essai_apres") WHERE "etat" IN ('a_envoyer', 'en_envoi');

-- Numbers of the wake-ups: only the number that was signalled is deleted.
CREATE SEQUENCE "reveil_numero";

-- The journal is append-only.
CREATE FUNCTION "fait_intangible"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Le journal ne se modifie pas : écrivez un fait qui corrige.';
END $$;
CREATE TRIGGER "fait_intangible" BEFORE UPDATE OR DELETE ON "fait"
  FOR EACH ROW EXECUTE FUNCTION "fait_intangible"();

-- The one row of the clock.
INSERT INTO "horloge" ("id") VALUES (1);
