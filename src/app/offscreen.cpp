// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/offscreen.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#define GL_GLEXT_PROTOTYPES  // the functions, as libOpenGL exports them
#include <GL/glcorearb.h>

#include <vector>

#include "report/png.h"

namespace trefpunt {

struct Offscreen::State {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;
  GLuint smooth = 0, smooth_colour = 0;  // several samples per pixel
  GLuint flat = 0, flat_colour = 0;
};

namespace {

Error no_context() {
  return {Code::Unsupported,
          {"OpenGL 3.3 is hier niet beschikbaar; installeer een stuurprogramma (Mesa: "
           "libgl1-mesa-dri).",
           "OpenGL 3.3 is not available here; install a driver (Mesa: libgl1-mesa-dri)."},
          {}};
}

GLuint frame(GLuint& colour, int samples, int width, int height) {
  GLuint made = 0;
  glGenFramebuffers(1, &made);
  glBindFramebuffer(GL_FRAMEBUFFER, made);
  glGenRenderbuffers(1, &colour);
  glBindRenderbuffer(GL_RENDERBUFFER, colour);
  glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples, GL_RGBA8, width, height);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour);
  return made;
}

}  // namespace

Result<std::unique_ptr<Offscreen>> Offscreen::make(int width, int height) {
  std::unique_ptr<Offscreen> made(new Offscreen);
  made->state_ = std::make_unique<State>();
  made->width_ = width;
  made->height_ = height;
  State& s = *made->state_;
  const auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
      eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (!get_display) return no_context();
  s.display = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  if (s.display == EGL_NO_DISPLAY || !eglInitialize(s.display, nullptr, nullptr)) {
    return no_context();
  }
  eglBindAPI(EGL_OPENGL_API);
  const EGLint wanted[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  eglChooseConfig(s.display, wanted, &config, 1, &count);
  const EGLint attributes[] = {EGL_CONTEXT_MAJOR_VERSION,
                               3,
                               EGL_CONTEXT_MINOR_VERSION,
                               3,
                               EGL_CONTEXT_OPENGL_PROFILE_MASK,
                               EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                               EGL_NONE};
  s.context = eglCreateContext(s.display, count > 0 ? config : nullptr, EGL_NO_CONTEXT, attributes);
  if (s.context == EGL_NO_CONTEXT ||
      !eglMakeCurrent(s.display, EGL_NO_SURFACE, EGL_NO_SURFACE, s.context)) {
    return no_context();
  }
  constexpr int kSamples = 4;
  s.flat = frame(s.flat_colour, 0, width, height);
  s.smooth = frame(s.smooth_colour, kSamples, width, height);
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) return no_context();
  return made;
}

Offscreen::~Offscreen() {
  State& s = *state_;
  if (s.context != EGL_NO_CONTEXT) {
    glDeleteFramebuffers(1, &s.smooth);
    glDeleteFramebuffers(1, &s.flat);
    glDeleteRenderbuffers(1, &s.smooth_colour);
    glDeleteRenderbuffers(1, &s.flat_colour);
    eglMakeCurrent(s.display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(s.display, s.context);
  }
  if (s.display != EGL_NO_DISPLAY) eglTerminate(s.display);
}

void Offscreen::begin() {
  glBindFramebuffer(GL_FRAMEBUFFER, state_->smooth);
  glViewport(0, 0, width_, height_);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(1, 1, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
}

Status Offscreen::write_png(const std::string& path) {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, state_->smooth);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, state_->flat);
  glDisable(GL_SCISSOR_TEST);
  glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, state_->flat);
  std::vector<unsigned char> pixels(static_cast<std::size_t>(width_) * height_ * 4);
  glReadPixels(0, 0, width_, height_, GL_BGRA, GL_UNSIGNED_BYTE, pixels.data());
  glBindFramebuffer(GL_FRAMEBUFFER, state_->smooth);
  return trefpunt::write_png(pixels, width_, height_, path);
}

}  // namespace trefpunt
