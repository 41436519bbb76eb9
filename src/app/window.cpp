// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#define GL_GLEXT_PROTOTYPES  // the functions, as libOpenGL exports them
#include <GL/glcorearb.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>

#include "io/files.h"

namespace trefpunt {

namespace {

constexpr int kFramesAfterInput = 4;  // ImGui needs some to come to rest
constexpr double kIdle = 3.0;         // s between looks at autosave when nothing happens
constexpr double kWorking = 0.05;     // s between frames while a progress bar moves

Error no_window() {
  const char* why = nullptr;
  glfwGetError(&why);
  return {Code::Unsupported,
          {std::string("Er kan geen venster worden geopend: ") + (why ? why : ""),
           std::string("No window can be opened: ") + (why ? why : "")},
          {}};
}

struct Seen {
  int frames = kFramesAfterInput;
  Desktop* desktop = nullptr;
};

Seen& seen(GLFWwindow* window) {
  return *static_cast<Seen*>(glfwGetWindowUserPointer(window));
}

void on_drop(GLFWwindow* window, int count, const char** paths) {
  std::vector<std::string> dropped;
  for (int i = 0; i < count; ++i) dropped.emplace_back(paths[i]);
  open_paths(*seen(window).desktop, dropped);
}

void on_close(GLFWwindow* window) {
  glfwSetWindowShouldClose(window, GLFW_FALSE);
  seen(window).desktop->wants_close = true;
}

void set_title(GLFWwindow* window, const Desktop& desktop, std::string& shown) {
  std::string title = "Trefpunt";
  if (desktop.workspace().has_design()) {
    const std::string& path = desktop.workspace().path();
    title = (path.empty() ? desktop.workspace().project().name : file_name(path)) +
            (desktop.workspace().is_saved() ? "" : " *") + " – Trefpunt";
  }
  if (title == shown) return;
  shown = title;
  glfwSetWindowTitle(window, title.c_str());
}

}  // namespace

Result<int> run_window(Surroundings surroundings, const std::string& sample_path,
                       const std::vector<std::string>& paths) {
  if (!glfwInit()) return no_window();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_SAMPLES, 4);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  GLFWwindow* window = glfwCreateWindow(1500, 940, "Trefpunt", nullptr, nullptr);
  if (!window) {
    const Error error = no_window();
    glfwTerminate();
    return error;
  }
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  {
    surroundings.wake = [] { glfwPostEmptyEvent(); };
    Desktop desktop(std::move(surroundings), sample_path);
    desktop.asks_on_import = true;
    Seen state{kFramesAfterInput, &desktop};
    glfwSetWindowUserPointer(window, &state);
    // Ours before ImGui's, which calls those it finds.
    glfwSetDropCallback(window, on_drop);
    glfwSetWindowCloseCallback(window, on_close);
    ImGui::CreateContext();
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    open_paths(desktop, paths);
    std::string title;
    while (!desktop.is_closed) {
      // Redraw on demand: an idle window waits, and uses no processor.
      if (state.frames > 0) {
        glfwPollEvents();
        --state.frames;
      } else {
        const double start = glfwGetTime();
        const double limit = is_busy(desktop) ? kWorking : kIdle;
        glfwWaitEventsTimeout(limit);
        const bool is_woken = glfwGetTime() - start < limit * 0.98;
        if (is_woken || is_busy(desktop)) state.frames = kFramesAfterInput;
        if (state.frames == 0) {
          if (!desktop.variants.poll()) continue;
          state.frames = kFramesAfterInput;
        }
      }
      float scale = 1, ignored = 1;
      glfwGetWindowContentScale(window, &scale, &ignored);
      if (scale != desktop.ui.scale) {
        desktop.ui.scale = scale;
        desktop.wants_fonts = true;
      }
      if (desktop.wants_fonts) {
        desktop.wants_fonts = false;
        set_up(desktop.ui);
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
      }
      ImGui_ImplOpenGL3_NewFrame();
      ImGui_ImplGlfw_NewFrame();
      ImGui::NewFrame();
      draw_frame(desktop);
      ImGui::Render();
      int width = 0, height = 0;
      glfwGetFramebufferSize(window, &width, &height);
      glViewport(0, 0, width, height);
      glClearColor(1, 1, 1, 1);
      glClear(GL_COLOR_BUFFER_BIT);
      ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
      glfwSwapBuffers(window);
      set_title(window, desktop, title);
    }
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    desktop.view.reset();  // while there is a context
    desktop.compare.reset();
  }
  glfwDestroyWindow(window);
  glfwTerminate();
  return 0;
}

}  // namespace trefpunt
