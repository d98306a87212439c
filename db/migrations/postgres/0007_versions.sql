CREATE TABLE "versions" (
	"what" text collate "C" NOT NULL,
	"record_id" text collate "C" NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "versions_what_record_id_pk" PRIMARY KEY("what","record_id")
);
