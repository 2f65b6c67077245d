// The bundled data files as bytes: schemas, code lists, titles, the report's schema.
#ifndef OC4IDS_STANDARD_H
#define OC4IDS_STANDARD_H

#include <stddef.h>

// Zero bytes behind each file: as many as readers of JSON may look past its end, so that it can be read where it lies.
#define OC4IDS_PADDING 64

// A data file: its path below Schemas/ and its bytes.
typedef struct {
    const char *path;
    const unsigned char *bytes;
    size_t count;
} oc4ids_data_file;

// How many there are, and one of them, in the order of their paths.
size_t oc4ids_data_file_count(void);
oc4ids_data_file oc4ids_data_file_at(size_t position);

#endif
