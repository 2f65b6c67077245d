#define _GNU_SOURCE
#include "CThreads.h"
#include <sched.h>
#include <string.h>
#include <unistd.h>

#if defined(__GLIBC__)
_Static_assert(sizeof(oc4ids_processors) == sizeof(cpu_set_t), "the same bits");

oc4ids_processors oc4ids_begin_elsewhere(pthread_attr_t *attributes) {
    oc4ids_processors processors = {{0}};
    cpu_set_t allowed, others;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return processors;
    int own = sched_getcpu();
    others = allowed;
    if (own < 0 || own >= CPU_SETSIZE) return processors;
    CPU_CLR(own, &others);
    if (CPU_COUNT(&others) == 0 || pthread_attr_setaffinity_np(attributes, sizeof others, &others) != 0) return processors;
    memcpy(&processors, &allowed, sizeof processors);
    return processors;
}

int oc4ids_processor_count(void) {
    cpu_set_t allowed;
    return sched_getaffinity(0, sizeof allowed, &allowed) == 0 ? CPU_COUNT(&allowed) : (int)sysconf(_SC_NPROCESSORS_ONLN);
}

void oc4ids_use(const oc4ids_processors *processors) {
    cpu_set_t set;
    memcpy(&set, processors, sizeof set);
    if (CPU_COUNT(&set) > 0) sched_setaffinity(0, sizeof set, &set);
}
#else
oc4ids_processors oc4ids_begin_elsewhere(pthread_attr_t *attributes) {
    (void)attributes;
    return (oc4ids_processors){{0}};
}

int oc4ids_processor_count(void) { return (int)sysconf(_SC_NPROCESSORS_ONLN); }

void oc4ids_use(const oc4ids_processors *processors) { (void)processors; }
#endif
