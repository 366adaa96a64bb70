-- AlterTable
ALTER TABLE "structure" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "referent" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "beneficiaire" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "jeton" ADD COLUMN     "portees" TEXT[];

-- A token given before there were scopes keeps what it opened.
UPDATE "jeton" SET "portees" = '{lecture,ecriture,administration,export,horloge}';

-- CreateTable
CREATE TABLE "flux_agenda" (
    "id" UUID NOT NULL,
    "referent_id" UUID NOT NULL,
    "empreinte" TEXT NOT NULL,
    "cree_a" TIMESTAMPTZ(3) NOT NULL,
    "revoque_a" TIMESTAMPTZ(3),

    CONSTRAINT "flux_agenda_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "flux_agenda_empreinte_key" ON "flux_agenda"("empreinte");

-- CreateIndex
CREATE INDEX "flux_agenda_referent_id_idx" ON "flux_agenda"("referent_id");

-- CreateIndex
CREATE INDEX "parcours_beneficiaire_id_idx" ON "parcours"("beneficiaire_id");

-- CreateIndex
CREATE INDEX "idempotence_cree_a_idx" ON "idempotence"("cree_a");

-- AddForeignKey
ALTER TABLE "flux_agenda" ADD CONSTRAINT "flux_agenda_referent_id_fkey" FOREIGN KEY ("referent_id") REFERENCES "referent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The version moves with the row, whoever writes it: the API, an import, a hand.
CREATE FUNCTION "avance_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."version" := OLD."version" + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER "avance_version" BEFORE UPDATE ON "structure" FOR EACH ROW EXECUTE FUNCTION "avance_version"();
CREATE TRIGGER "avance_version" BEFORE UPDATE ON "referent" FOR EACH ROW EXECUTE FUNCTION "avance_version"();
CREATE TRIGGER "avance_version" BEFORE UPDATE ON "beneficiaire" FOR EACH ROW EXECUTE FUNCTION "avance_version"();

-- What hangs from a row moves its version too.
CREATE FUNCTION "avance_version_du_referent"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "referent" SET "version" = "version" WHERE "id" = COALESCE(NEW."referent_id", OLD."referent_id");
  RETURN NULL;
END $$;
CREATE TRIGGER "avance_version" AFTER INSERT OR UPDATE OR DELETE ON "permanence"
  FOR EACH ROW EXECUTE FUNCTION "avance_version_du_referent"();
CREATE TRIGGER "avance_version" AFTER INSERT OR UPDATE OR DELETE ON "absence"
  FOR EACH ROW EXECUTE FUNCTION "avance_version_du_referent"();

CREATE FUNCTION "avance_version_de_la_structure"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "structure" SET "version" = "version" WHERE "id" = COALESCE(NEW."structure_id", OLD."structure_id");
  RETURN NULL;
END $$;
CREATE TRIGGER "avance_version" AFTER INSERT OR UPDATE OR DELETE ON "fermeture"
  FOR EACH ROW EXECUTE FUNCTION "avance_version_de_la_structure"();
