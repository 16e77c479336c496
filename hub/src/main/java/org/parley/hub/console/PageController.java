package org.parley.hub.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ResponseBody;

/// A controller of pages. Its methods take a [Visit] (pages of an operation) or a [Visitor] (all
/// others), ask the features' front doors, and return a [Page], or a redirect made by [Redirects]
/// after a form was sent. What goes wrong is shown by [ErrorPages].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@ResponseBody
@interface PageController {}
