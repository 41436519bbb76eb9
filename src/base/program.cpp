// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/program.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>
#include <thread>

extern char** environ;

namespace trefpunt {

namespace {

bool can_run(const std::string& path) {
  return access(path.c_str(), X_OK) == 0;
}

// The process of the program, or 0.
pid_t start(const std::vector<std::string>& arguments) {
  std::vector<char*> words;
  for (const std::string& argument : arguments)
    words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  posix_spawnattr_setpgroup(&attributes, 0);
  pid_t process = 0;
  const int failed = posix_spawn(&process, words[0], &files, &attributes, words.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  return failed ? 0 : process;
}

}  // namespace

std::string find_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return can_run(name) ? name : std::string();
  const char* path = std::getenv("PATH");
  std::string_view rest = path ? path : "/usr/local/bin:/usr/bin:/bin";
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const std::string candidate = std::string(rest.substr(0, end)) + "/" + name;
    if (end > 0 && can_run(candidate)) return candidate;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

ProgramEnd run_program(const std::vector<std::string>& arguments, std::chrono::milliseconds limit,
                       const Job& job) {
  using Clock = std::chrono::steady_clock;
  const pid_t process = start(arguments);
  if (process == 0) return ProgramEnd::Failed;
  const Clock::time_point until = Clock::now() + limit;
  while (true) {
    int status = 0;
    const pid_t ended = waitpid(process, &status, WNOHANG);
    const bool is_stopped = job.stopped(), is_late = Clock::now() >= until;
    if (ended == 0 && !is_stopped && !is_late) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      continue;
    }
    kill(-process, SIGKILL);
    if (ended == 0) {
      waitpid(process, &status, 0);
      return is_stopped ? ProgramEnd::Cancelled : ProgramEnd::TooLong;
    }
    const bool is_done = ended == process && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return is_done ? ProgramEnd::Done : ProgramEnd::Failed;
  }
}

}  // namespace trefpunt
