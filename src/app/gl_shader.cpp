// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gl_shader.h"

#define GL_GLEXT_PROTOTYPES  // the functions, as libOpenGL exports them
#include <GL/glcorearb.h>

#include "base/check.h"

namespace trefpunt {

namespace {

GLuint compile(GLenum kind, std::string_view source) {
  const GLuint shader = glCreateShader(kind);
  const char* text = source.data();
  const GLint size = static_cast<GLint>(source.size());
  glShaderSource(shader, 1, &text, &size);
  glCompileShader(shader);
  GLint ok = 0;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &ok);
  TP_CHECK(ok == GL_TRUE);
  return shader;
}

}  // namespace

unsigned make_program(std::string_view vertex_source, std::string_view fragment_source) {
  const GLuint vertex = compile(GL_VERTEX_SHADER, vertex_source);
  const GLuint fragment = compile(GL_FRAGMENT_SHADER, fragment_source);
  const GLuint program = glCreateProgram();
  glAttachShader(program, vertex);
  glAttachShader(program, fragment);
  glLinkProgram(program);
  GLint ok = 0;
  glGetProgramiv(program, GL_LINK_STATUS, &ok);
  TP_CHECK(ok == GL_TRUE);
  glDeleteShader(vertex);
  glDeleteShader(fragment);
  return program;
}

}  // namespace trefpunt
