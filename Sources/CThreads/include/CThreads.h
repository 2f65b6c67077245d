// What pthread.h and sched.h of glibc have beyond POSIX, and Swift's view of the C library lacks: which processors a thread uses.
#ifndef OC4IDS_CTHREADS_H
#define OC4IDS_CTHREADS_H

#include <pthread.h>

// A set of processors, one bit each; empty where it is not known.
typedef struct {
    unsigned long words[1024 / (8 * sizeof(unsigned long))];
} oc4ids_processors;

// Lets a thread that begins with these attributes do so on another processor than the caller's, where there is one. Linux puts many a new thread behind
// its creator, with whom it then takes turns of milliseconds, while other processors have nothing to do.
//
// Returns the processors that the caller may use; the new thread should let itself be moved to all of them. Other C libraries than glibc
// decide for themselves; then the set is empty.
oc4ids_processors oc4ids_begin_elsewhere(pthread_attr_t *attributes);

// How many processors the calling thread may use.
int oc4ids_processor_count(void);

// Lets the calling thread be moved to all of these.
void oc4ids_use(const oc4ids_processors *processors);

#endif
