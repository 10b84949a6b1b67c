/* A disk that forgets: what was written to a file and not yet synced is noted, before and after, in a side file
 * FILE.unsynced, so that a test can take any part of it back after the process was killed. Syncing a file forgets its
 * notes. Loaded with LD_PRELOAD; only files in the folder THECAL_UNSYNCED_FOLDER are followed, without the shared
 * memory of the write-ahead log, which no power cut outlives, and the lock.
 *
 * A note is five little-endian 64-bit numbers (kind 1: write, 2: cut; offset; length written; length before; size of the
 * file before), then the bytes before, then the bytes written. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__) = NULL; \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int ends(const char *text, const char *end) {
    size_t a = strlen(text), b = strlen(end);
    return a >= b && strcmp(text + a - b, end) == 0;
}

/* The side file of a descriptor, if it is followed. */
static int followed(int fd, char *side, size_t size) {
    const char *folder = getenv("THECAL_UNSYNCED_FOLDER");
    char link[64], path[4096];
    struct stat stat;
    if (!folder || fd < 0 || fstat(fd, &stat) != 0 || !S_ISREG(stat.st_mode)) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 16);
    if (length <= 0) return 0;
    path[length] = 0;
    if (strncmp(path, folder, strlen(folder)) != 0) return 0;
    if (ends(path, "-shm") || ends(path, ".lock") || ends(path, ".unsynced") || ends(path, " (deleted)")) return 0;
    snprintf(side, size, "%s.unsynced", path);
    return 1;
}

static void note(const char *side, int fd, uint64_t kind, off_t offset, const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    struct stat stat;
    fstat(fd, &stat);
    size_t before = 0;
    if (offset < stat.st_size) {
        before = (size_t)(stat.st_size - offset);
        if (kind == 1 && before > length) before = length;
    }
    size_t size = 40 + before + length;
    unsigned char *all = malloc(size);
    if (before && pread(fd, all + 40, before, offset) != (ssize_t)before) abort();
    uint64_t head[5] = {kind, (uint64_t)offset, length, before, (uint64_t)stat.st_size};
    memcpy(all, head, 40);
    if (length) memcpy(all + 40 + before, bytes, length);
    int out = open(side, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (out < 0 || real(out, all, size) != (ssize_t)size) abort();
    close(out);
    free(all);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    char side[4200];
    if (!followed(fd, side, sizeof side)) return real(fd, bytes, length);
    pthread_mutex_lock(&one);
    note(side, fd, 1, lseek(fd, 0, SEEK_CUR), bytes, length);
    ssize_t done = real(fd, bytes, length);
    pthread_mutex_unlock(&one);
    return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    char side[4200];
    if (!followed(fd, side, sizeof side)) return real(fd, bytes, length, offset);
    pthread_mutex_lock(&one);
    note(side, fd, 1, offset, bytes, length);
    ssize_t done = real(fd, bytes, length, offset);
    pthread_mutex_unlock(&one);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
    return pwrite64(fd, bytes, length, offset);
}

int ftruncate64(int fd, off64_t length) {
    REAL(int, "ftruncate64", int, off64_t);
    char side[4200];
    if (!followed(fd, side, sizeof side)) return real(fd, length);
    pthread_mutex_lock(&one);
    note(side, fd, 2, length, NULL, 0);
    int done = real(fd, length);
    pthread_mutex_unlock(&one);
    return done;
}

int ftruncate(int fd, off_t length) {
    return ftruncate64(fd, length);
}

/* Most kills come while the disk is waited for: the notes go only after that. A folder in memory syncs in no time at
 * all, so this disk takes a millisecond of its own. */
static int synced(int fd, int (*real)(int)) {
    char side[4200];
    if (!followed(fd, side, sizeof side)) return real(fd);
    struct timespec turn_of_the_disk = {0, 1000000};
    pthread_mutex_lock(&one);
    nanosleep(&turn_of_the_disk, NULL);
    int done = real(fd);
    if (done == 0) unlink(side);
    pthread_mutex_unlock(&one);
    return done;
}

int fsync(int fd) {
    REAL(int, "fsync", int);
    return synced(fd, real);
}

int fdatasync(int fd) {
    REAL(int, "fdatasync", int);
    return synced(fd, real);
}
