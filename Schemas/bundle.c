// Written by scripts/bundle; the data files themselves are the source.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "OC4IDSStandard.h"

#define PADDING \
    0, 0, 0, 0, 0, 0, 0, 0, \
    0, 0, 0, 0, 0, 0, 0, 0, \
    0, 0, 0, 0, 0, 0, 0, 0, \
    0, 0, 0, 0, 0, 0, 0, 0, \
    0, 0, 0, 0, 0, 0, 0, 0, \
    0, 0, 0, 0, 0, 0, 0, 0, \
    0, 0, 0, 0, 0, 0, 0, 0, \
    0, 0, 0, 0, 0, 0, 0, 0
_Static_assert(sizeof((unsigned char[]){PADDING}) == OC4IDS_PADDING, "as many as the header says");

static const unsigned char file0[] = {
#embed "countries/boxes.json"
, PADDING};
static const unsigned char file1[] = {
#embed "feeds/feeds.schema.json"
, PADDING};
static const unsigned char file2[] = {
#embed "feeds/fetch.schema.json"
, PADDING};
static const unsigned char file3[] = {
#embed "json-schema/draft-04.json"
, PADDING};
static const unsigned char file4[] = {
#embed "oc4ids-0.9.5/codelists/assetClass.json"
, PADDING};
static const unsigned char file5[] = {
#embed "oc4ids-0.9.5/codelists/classificationScheme.json"
, PADDING};
static const unsigned char file6[] = {
#embed "oc4ids-0.9.5/codelists/climateMeasure.json"
, PADDING};
static const unsigned char file7[] = {
#embed "oc4ids-0.9.5/codelists/climateOversightTypes.json"
, PADDING};
static const unsigned char file8[] = {
#embed "oc4ids-0.9.5/codelists/conservationMeasure.json"
, PADDING};
static const unsigned char file9[] = {
#embed "oc4ids-0.9.5/codelists/constructionMaterial.json"
, PADDING};
static const unsigned char file10[] = {
#embed "oc4ids-0.9.5/codelists/contractNature.json"
, PADDING};
static const unsigned char file11[] = {
#embed "oc4ids-0.9.5/codelists/contractingProcessStatus.json"
, PADDING};
static const unsigned char file12[] = {
#embed "oc4ids-0.9.5/codelists/costCategory.json"
, PADDING};
static const unsigned char file13[] = {
#embed "oc4ids-0.9.5/codelists/country.json"
, PADDING};
static const unsigned char file14[] = {
#embed "oc4ids-0.9.5/codelists/currency.json"
, PADDING};
static const unsigned char file15[] = {
#embed "oc4ids-0.9.5/codelists/debtRepaymentPriority.json"
, PADDING};
static const unsigned char file16[] = {
#embed "oc4ids-0.9.5/codelists/documentType.json"
, PADDING};
static const unsigned char file17[] = {
#embed "oc4ids-0.9.5/codelists/environmentalGoal.json"
, PADDING};
static const unsigned char file18[] = {
#embed "oc4ids-0.9.5/codelists/environmentalMeasure.json"
, PADDING};
static const unsigned char file19[] = {
#embed "oc4ids-0.9.5/codelists/financingArrangementType.json"
, PADDING};
static const unsigned char file20[] = {
#embed "oc4ids-0.9.5/codelists/financingPartyType.json"
, PADDING};
static const unsigned char file21[] = {
#embed "oc4ids-0.9.5/codelists/geometryType.json"
, PADDING};
static const unsigned char file22[] = {
#embed "oc4ids-0.9.5/codelists/laborObligations.json"
, PADDING};
static const unsigned char file23[] = {
#embed "oc4ids-0.9.5/codelists/locationGazetteers.json"
, PADDING};
static const unsigned char file24[] = {
#embed "oc4ids-0.9.5/codelists/method.json"
, PADDING};
static const unsigned char file25[] = {
#embed "oc4ids-0.9.5/codelists/metricID.json"
, PADDING};
static const unsigned char file26[] = {
#embed "oc4ids-0.9.5/codelists/milestoneCode.json"
, PADDING};
static const unsigned char file27[] = {
#embed "oc4ids-0.9.5/codelists/milestoneStatus.json"
, PADDING};
static const unsigned char file28[] = {
#embed "oc4ids-0.9.5/codelists/milestoneType.json"
, PADDING};
static const unsigned char file29[] = {
#embed "oc4ids-0.9.5/codelists/modificationType.json"
, PADDING};
static const unsigned char file30[] = {
#embed "oc4ids-0.9.5/codelists/partyRole.json"
, PADDING};
static const unsigned char file31[] = {
#embed "oc4ids-0.9.5/codelists/policyAlignment.json"
, PADDING};
static const unsigned char file32[] = {
#embed "oc4ids-0.9.5/codelists/projectSector.json"
, PADDING};
static const unsigned char file33[] = {
#embed "oc4ids-0.9.5/codelists/projectStatus.json"
, PADDING};
static const unsigned char file34[] = {
#embed "oc4ids-0.9.5/codelists/projectType.json"
, PADDING};
static const unsigned char file35[] = {
#embed "oc4ids-0.9.5/codelists/relatedProject.json"
, PADDING};
static const unsigned char file36[] = {
#embed "oc4ids-0.9.5/codelists/relatedProjectScheme.json"
, PADDING};
static const unsigned char file37[] = {
#embed "oc4ids-0.9.5/codelists/releaseTag.json"
, PADDING};
static const unsigned char file38[] = {
#embed "oc4ids-0.9.5/codelists/sustainabilityStrategy.json"
, PADDING};
static const unsigned char file39[] = {
#embed "oc4ids-0.9.5/codelists/unitClassificationScheme.json"
, PADDING};
static const unsigned char file40[] = {
#embed "oc4ids-0.9.5/fields.json"
, PADDING};
static const unsigned char file41[] = {
#embed "oc4ids-0.9.5/project-package-schema.json"
, PADDING};
static const unsigned char file42[] = {
#embed "oc4ids-0.9.5/project-schema.json"
, PADDING};
static const unsigned char file43[] = {
#embed "profiles/cost-ids-proactive.json"
, PADDING};
static const unsigned char file44[] = {
#embed "profiles/cost-ids.json"
, PADDING};
static const unsigned char file45[] = {
#embed "profiles/cost-sustainability.json"
, PADDING};
static const unsigned char file46[] = {
#embed "profiles/profile.schema.json"
, PADDING};
static const unsigned char file47[] = {
#embed "report/review.schema.json"
, PADDING};
static const unsigned char file48[] = {
#embed "report/summary.schema.json"
, PADDING};

static const oc4ids_data_file data_files[] = {
    {"countries/boxes.json", file0, sizeof file0 - OC4IDS_PADDING},
    {"feeds/feeds.schema.json", file1, sizeof file1 - OC4IDS_PADDING},
    {"feeds/fetch.schema.json", file2, sizeof file2 - OC4IDS_PADDING},
    {"json-schema/draft-04.json", file3, sizeof file3 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/assetClass.json", file4, sizeof file4 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/classificationScheme.json", file5, sizeof file5 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/climateMeasure.json", file6, sizeof file6 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/climateOversightTypes.json", file7, sizeof file7 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/conservationMeasure.json", file8, sizeof file8 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/constructionMaterial.json", file9, sizeof file9 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/contractNature.json", file10, sizeof file10 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/contractingProcessStatus.json", file11, sizeof file11 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/costCategory.json", file12, sizeof file12 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/country.json", file13, sizeof file13 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/currency.json", file14, sizeof file14 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/debtRepaymentPriority.json", file15, sizeof file15 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/documentType.json", file16, sizeof file16 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/environmentalGoal.json", file17, sizeof file17 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/environmentalMeasure.json", file18, sizeof file18 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/financingArrangementType.json", file19, sizeof file19 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/financingPartyType.json", file20, sizeof file20 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/geometryType.json", file21, sizeof file21 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/laborObligations.json", file22, sizeof file22 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/locationGazetteers.json", file23, sizeof file23 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/method.json", file24, sizeof file24 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/metricID.json", file25, sizeof file25 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/milestoneCode.json", file26, sizeof file26 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/milestoneStatus.json", file27, sizeof file27 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/milestoneType.json", file28, sizeof file28 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/modificationType.json", file29, sizeof file29 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/partyRole.json", file30, sizeof file30 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/policyAlignment.json", file31, sizeof file31 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/projectSector.json", file32, sizeof file32 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/projectStatus.json", file33, sizeof file33 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/projectType.json", file34, sizeof file34 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/relatedProject.json", file35, sizeof file35 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/relatedProjectScheme.json", file36, sizeof file36 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/releaseTag.json", file37, sizeof file37 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/sustainabilityStrategy.json", file38, sizeof file38 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/codelists/unitClassificationScheme.json", file39, sizeof file39 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/fields.json", file40, sizeof file40 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/project-package-schema.json", file41, sizeof file41 - OC4IDS_PADDING},
    {"oc4ids-0.9.5/project-schema.json", file42, sizeof file42 - OC4IDS_PADDING},
    {"profiles/cost-ids-proactive.json", file43, sizeof file43 - OC4IDS_PADDING},
    {"profiles/cost-ids.json", file44, sizeof file44 - OC4IDS_PADDING},
    {"profiles/cost-sustainability.json", file45, sizeof file45 - OC4IDS_PADDING},
    {"profiles/profile.schema.json", file46, sizeof file46 - OC4IDS_PADDING},
    {"report/review.schema.json", file47, sizeof file47 - OC4IDS_PADDING},
    {"report/summary.schema.json", file48, sizeof file48 - OC4IDS_PADDING},
};

size_t oc4ids_data_file_count(void) { return sizeof data_files / sizeof data_files[0]; }
oc4ids_data_file oc4ids_data_file_at(size_t position) { return data_files[position]; }
